import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import type { Bot } from '@parley/shared/api/bots';
import { issueKey } from '@parley/shared/issues/issue';
import type { Issue } from '@parley/shared/issues/issue';
import { useHotkeys } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../api/ApiFailure.ts';
import { diffQuery, issuesOf, publish, releasesQuery, verify } from '../api/releases.ts';
import { Dot } from '../ui/Dot.tsx';
import { Segments } from '../ui/Segments.tsx';
import { toast } from '../ui/toast.tsx';
import { Changes } from './Changes.tsx';
import { Verdict } from './Verdict.tsx';
import styles from './PublishDialog.module.css';

/** Publishes a bot's drawing: the proof at the left, what changes for people at the right. `settled` = every edit is on the server. */
export function PublishDialog({ bot, flowId, settled, onClose, onShow, onPublished }: {
  bot: Bot;
  flowId: string;
  settled: boolean;
  onClose: () => void;
  /** Goes to an issue on the canvas. */
  onShow: (issue: Issue) => void;
  onPublished: (no: number) => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const [move, setMove] = useState<'new' | 'resting'>('new');

  const proof = useQuery({
    queryKey: ['flows', flowId, 'verified'],
    staleTime: 0,
    gcTime: 0,
    enabled: settled,
    async queryFn() {
      const started = performance.now();
      const { issues } = await verify(flowId);
      return { issues, ms: performance.now() - started };
    },
  });
  const releases = useQuery(releasesQuery(bot.id));
  const newest = releases.data?.items[0];
  const live = releases.data?.items.find((release) => release.live);
  const no = (newest?.no ?? 0) + 1;
  const diff = useQuery({ ...diffQuery(live?.id ?? '', 'draft'), enabled: settled && live !== undefined, staleTime: 0, gcTime: 0 });

  const go = useMutation({
    mutationFn: () => publish(flowId, { ...(note.trim() && { note: note.trim() }), acceptWarnings: [...accepted], move }),
    async onSuccess({ release, moved }) {
      toast(moved > 0 ? `${t('publish.done', { no: release.no })}. ${t('publish.moved', { count: moved })}` : t('publish.done', { no: release.no }));
      await queries.invalidateQueries({ queryKey: ['bots'] });
      onPublished(release.no);
    },
  });

  const issues = issuesOf(go.error) ?? proof.data?.issues ?? [];
  const errors = issues.filter(({ severity }) => severity === 'error');
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  const missing = warnings.filter((issue) => !accepted.has(issueKey(issue)));
  const reason = !settled ? t('publish.reasonUnsaved') : !proof.data ? t('publish.checking') : errors.length > 0 ? t('publish.reasonErrors') : missing.length > 0 ? t('publish.reasonWarnings') : undefined;
  const channels = bot.channels.map((channel) => t(`channel.${channel}`)).join(', ');
  const subtitle = !live ? t('publish.subtitleFirst') : live.openSessions > 0 ? t('publish.subtitle', { count: live.openSessions, no, live: live.no }) : t('publish.subtitleNone', { no });
  const submit = () => { if (!reason && !go.isPending) go.mutate(); };

  useHotkeys([['mod+Enter', submit]], []);

  return (
    <Modal opened onClose={onClose} size={1040} padding={0} title={<span className={styles.heading}>{t('publish.title', { name: bot.name, no })}<small>{subtitle}</small></span>} closeButtonProps={{ 'aria-label': t('common.close') }} classNames={{ content: styles.content ?? '', header: styles.header ?? '', body: styles.body ?? '' }}>
      <form className={styles.form} onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <div className={styles.sides}>
          <section className={styles.left} aria-label={t('publish.proof')}>
            <h3>{t('publish.proof')}</h3>
            <Verdict loading={!proof.data && !proof.error} ms={proof.data?.ms ?? 0} errors={errors} channels={channels} onShow={onShow} />
            {proof.error && <p role="alert" className={styles.failure}>{sentenceOf(proof.error)}</p>}
            {warnings.map((issue) => (
              <div key={issueKey(issue)} className={styles.warning}>
                <p>{issue.message} <button type="button" className={styles.link} onClick={() => onShow(issue)}>{t('publish.show')}</button></p>
                <Checkbox label={t('publish.accept')} checked={accepted.has(issueKey(issue))} onChange={({ currentTarget: { checked } }) => setAccepted((now) => new Set(checked ? [...now, issueKey(issue)] : [...now].filter((key) => key !== issueKey(issue))))} />
              </div>
            ))}
            {go.error && !issuesOf(go.error) && <p role="alert" className={styles.failure}>{t('publish.failed')} {sentenceOf(go.error)}</p>}
            {live && live.openSessions > 0 && (
              <div>
                <span className={styles.label}>{t('publish.move')}</span>
                <Segments label={t('publish.move')} wide value={move} options={[{ value: 'new', label: t('publish.moveNew') }, { value: 'resting', label: t('publish.moveResting') }]} onChange={setMove} />
              </div>
            )}
            <Textarea label={<span className={styles.noteLabel}>{t('publish.note')}<span>{t('publish.noteHelp')}</span></span>} autosize minRows={2} maxRows={5} maxLength={500} value={note} onChange={({ currentTarget }) => setNote(currentTarget.value)} />
          </section>
          <section className={styles.right} aria-label={live ? t('publish.changes', { no: live.no }) : t('publish.changesFirst')}>
            <Changes live={live} flowId={flowId} mainFlowId={bot.flowId} changes={diff.data?.changes} loading={releases.isPending || (live !== undefined && diff.isPending)} />
          </section>
        </div>
        <div className={styles.foot}>
          {bot.channels.length > 0 && <span className={styles.where}><Dot state="live" />{t('publish.live', { channels })}</span>}
          {reason && <span className={styles.reason} role="status">{reason}</span>}
          <Button size="lg" onClick={onClose}>{t('common.cancel')}</Button>
          <Button size="lg" type="submit" variant="filled" loading={go.isPending} disabled={reason !== undefined} rightSection={<kbd className={styles.keys}>Ctrl ↵</kbd>}>{t('publish.verb', { no })}</Button>
        </div>
      </form>
    </Modal>
  );
}
