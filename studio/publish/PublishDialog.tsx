import { Button, Modal, Textarea } from '@mantine/core';
import type { Bot } from '@parley/shared/api/bots';
import { issueKey } from '@parley/shared/issues/issue';
import type { Issue } from '@parley/shared/issues/issue';
import { useHotkeys } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../api/ApiFailure.ts';
import { diffQuery, issuesOf, publish, releasesQuery, verify } from '../api/releases.ts';
import { matters } from '../changes/ChangePicture.tsx';
import { Dot } from '../ui/Dot.tsx';
import { usePhone } from '../ui/usePhone.ts';
import { Segments } from '../ui/Segments.tsx';
import { Changes, ChangesBones } from './Changes.tsx';
import { Failed } from '../ui/Failed.tsx';
import { useGiveBack } from '../ui/useGiveBack.ts';
import { Verdict } from './Verdict.tsx';
import { Warnings } from './Warnings.tsx';
import styles from './PublishDialog.module.css';

const onMac = /mac|iphone|ipad/i.test(globalThis.navigator.userAgent);

/** Publishes a bot's drawing: the proof at the left, what changes for people at the right. `settled` = every edit is on the server. */
export function PublishDialog({ bot, flowId, settled, onClose, onShow, onPublished }: {
  bot: Bot;
  flowId: string;
  settled: boolean;
  onClose: () => void;
  /** Goes to an issue on the canvas. */
  onShow: (issue: Issue) => void;
  /** `moved` = conversations that went over. */
  onPublished: (published: { no: number; moved: number }) => void;
}) {
  const { t } = useTranslation();
  const phone = usePhone();
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
      const verified = await verify(flowId);
      return { ...verified, ms: performance.now() - started };
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
      await queries.invalidateQueries({ queryKey: ['bots'] });
      onPublished({ no: release.no, moved });
    },
  });

  // What publishing itself found is newer than the proof from before.
  const found = proof.data && { ...proof.data, issues: issuesOf(go.error) ?? proof.data.issues };
  const issues = found?.issues ?? [];
  const errors = issues.filter(({ severity }) => severity === 'error');
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  const missing = warnings.filter((issue) => !accepted.has(issueKey(issue)));
  const reason = !settled ? t('publish.reasonUnsaved') : proof.error ? t('publish.notChecked') : !proof.data ? t('publish.checking') : errors.length > 0 ? t('publish.reasonErrors') : missing.length > 0 ? t('publish.reasonWarnings') : undefined;
  const failure = releases.error ?? diff.error;
  const changes = diff.data?.changes.filter(matters);
  const first = releases.data ? live === undefined : bot.live === null;
  // With nothing to compare there is no second half.
  const alone = first || changes?.length === 0;
  const notCompared = failure && !changes && <Failed text={`${t('publish.notCompared')} ${sentenceOf(failure)}`} onAgain={() => { void releases.refetch(); void diff.refetch(); }} />;
  const changed = !first && (
    <section className={styles.right} aria-label={t('publish.changes', { no: live?.no ?? bot.live?.no })}>
      {notCompared || (live ? <Changes live={live} flowId={flowId} mainFlowId={bot.flowId} changes={changes} /> : <ChangesBones />)}
    </section>
  );
  const channels = bot.channels.map((channel) => t(`channel.${channel}`)).join(', ');
  const subtitle = !live ? t('publish.subtitleFirst') : live.openSessions > 0 ? t('publish.subtitle', { count: live.openSessions, no, live: live.no }) : t('publish.subtitleNone', { no });
  const submit = () => { if (!reason && !go.isPending) go.mutate(); };

  useGiveBack();
  useHotkeys([['mod+Enter', submit]], []);

  return (
    <Modal opened onClose={onClose} size={alone ? 720 : 1040} fullScreen={phone} title={<>{t('publish.title', { name: bot.name, no })}<small>{subtitle}</small></>} closeButtonProps={{ 'aria-label': t('common.close') }} classNames={{ root: styles.dialog ?? '', content: `${styles.content ?? ''} ${alone ? styles.alone ?? '' : ''}`, header: styles.header ?? '', title: styles.title ?? '', body: styles.body ?? '' }}>
      <form className={styles.form} onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <div className={styles.sides} data-alone={alone || undefined}>
          {alone && changed}
          <section className={styles.left} aria-label={t('publish.proof')}>
            <h3>{t('publish.proof')}</h3>
            {proof.error
              ? <Failed text={`${t('publish.notChecked')} ${sentenceOf(proof.error)}`} onAgain={() => void proof.refetch()} />
              : <Verdict proof={found} channels={channels} onShow={onShow} />}
            <Warnings warnings={warnings} accepted={accepted} onShow={onShow} onAccept={(keys, accept) => setAccepted((now) => new Set(accept ? [...now, ...keys] : [...now].filter((key) => !keys.includes(key))))} />
            {first && notCompared}
            {go.error && !issuesOf(go.error) && <Failed text={`${t('publish.failed')} ${sentenceOf(go.error)}`} />}
            {live && live.openSessions > 0 && (
              <div className={styles.move}>
                <span className={styles.label}>{t('publish.move')}</span>
                <Segments label={t('publish.move')} wide value={move} options={[{ value: 'new', label: t('publish.moveNew') }, { value: 'resting', label: t('publish.moveResting') }]} onChange={setMove} />
              </div>
            )}
            <Textarea classNames={{ root: styles.note ?? '' }} label={<>{t('publish.note')}<span>{t('publish.noteHelp')}</span></>} autosize minRows={2} maxRows={5} maxLength={500} value={note} onChange={({ currentTarget }) => setNote(currentTarget.value)} />
          </section>
          {!alone && changed}
        </div>
        <div className={styles.foot}>
          <span className={styles.where} role="status">{reason ?? (bot.channels.length > 0 && <><Dot state="live" />{t('publish.live', { channels })}</>)}</span>
          <Button size="lg" onClick={onClose}>{t('common.cancel')}</Button>
          <Button size="lg" type="submit" variant="filled" loading={go.isPending} disabled={reason !== undefined} rightSection={<kbd className={styles.keys} aria-hidden="true">{onMac ? '⌘ ↵' : 'Ctrl ↵'}</kbd>}>{t('publish.verb', { no })}</Button>
        </div>
      </form>
    </Modal>
  );
}
