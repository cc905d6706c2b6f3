import { Button } from '@mantine/core';
import { IconMessageCircle, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../api/ApiFailure.ts';
import { useDesigner, useFlowState, useUi } from '../store/designerContext.ts';
import { lastSaid } from '../store/talk.ts';
import { Bone } from '../ui/Bone.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Segments } from '../ui/Segments.tsx';
import { Composer } from './Composer.tsx';
import { beginComment, whereOf } from './talking.ts';
import { ThreadRow } from './ThreadRow.tsx';
import { useComments } from './useComments.ts';
import styles from './Comments.module.css';

/** What people say about the drawings of this bot: open threads and settled ones, of all its flows, the latest first. */
export function Comments() {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { ui, flowId } = desk;
  const comments = useComments();
  const { threads, failure, again, mayComment } = comments;
  const opened = useUi((state) => state.thread);
  const begun = useUi((state) => (typeof state.commenting === 'object' ? state.commenting : undefined));
  const begunOn = useFlowState(({ flow }) => (begun && 'node' in begun ? flow.nodes[begun.node] : undefined));
  const [shown, setShown] = useState<'open' | 'settled'>('open');
  const openedThread = threads?.find(({ id }) => id === opened);
  // A thread somebody goes to is shown, whichever list it is in.
  const [goneTo, setGoneTo] = useState<string>();
  if (openedThread && goneTo !== opened) {
    setGoneTo(opened);
    setShown(openedThread.resolved ? 'settled' : 'open');
  }
  const sorted = (threads ?? []).toSorted((a, b) => (lastSaid(a) < lastSaid(b) ? 1 : -1));
  const lists = { open: sorted.filter(({ resolved }) => !resolved), settled: sorted.filter(({ resolved }) => resolved) };
  const close = (): void => {
    ui.setState({ view: 'design', thread: undefined, commenting: undefined });
    ui.getState().canvas?.focus();
  };
  const outward = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || (event.target instanceof HTMLElement && event.target.closest('[role="menu"], [aria-modal="true"]'))) return;
    event.preventDefault();
    close();
  };
  return (
    // Keys rise from the fields inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={styles.panel} aria-label={t('comments.name')} data-panel="comments" onKeyDown={outward}>
      <header className={styles.top}>
        <h2>{t('comments.name')}</h2>
        {mayComment && <Button size="xs" variant="default" leftSection={<IconPlus size={14} stroke={1.75} aria-hidden="true" />} aria-keyshortcuts="R" onClick={() => beginComment(desk)}>{t('comments.new')}</Button>}
        <IconButton label={t('common.close')} onClick={close}><IconX size={16} stroke={1.75} /></IconButton>
      </header>
      <div className={styles.scroll}>
        {begun && (
          <div className={styles.begun}>
            <b dir="auto">{whereOf({ title: '', node: 'node' in begun ? begun.node : null }, begunOn, desk)}</b>
            <Composer
              key={JSON.stringify(begun)} place={`new ${flowId} ${JSON.stringify(begun)}`} label={t('comments.write')} send={t('comments.send')} focus
              onCancel={() => ui.setState({ commenting: undefined })}
              onSend={async (body) => {
                const node = 'node' in begun ? begun.node : null;
                const at = 'x' in begun ? begun : desk.store.getState().flow.nodes[begun.node] ?? { x: 0, y: 0 };
                const thread = await comments.start({ ...body, flowId, node, x: at.x, y: at.y });
                ui.setState({ commenting: undefined, thread: thread.id });
              }}
            />
          </div>
        )}
        {failure !== undefined && <ErrorState title={t('comments.failed')} text={t('comments.failedHelp')} details={sentenceOf(failure)} action={<Button onClick={again}>{t('common.tryAgain')}</Button>} />}
        {!threads && failure === undefined && <div className={styles.bones}>{Array.from({ length: 6 }, (_, row) => <Bone key={row} width={`${90 - (row % 3) * 14}%`} height={32} />)}</div>}
        {threads && threads.length > 0 && <Segments wide label={t('comments.filter')} value={shown} onChange={setShown} options={[{ value: 'open', label: t('comments.open'), count: lists.open.length }, { value: 'settled', label: t('comments.settled'), count: lists.settled.length }]} />}
        {threads && threads.length === 0 && !begun && <EmptyState icon={<IconMessageCircle size={20} stroke={1.75} />} text={t(mayComment ? 'comments.empty' : 'comments.emptyRead')} />}
        {threads && threads.length > 0 && lists[shown].length === 0 && <p className={styles.none}>{t(shown === 'open' ? 'comments.emptyRead' : 'comments.emptySettled')}</p>}
        <ul className={styles.list}>
          {lists[shown].map((thread) => <ThreadRow key={thread.id} thread={thread} comments={comments} open={thread.id === opened} onOpen={() => ui.setState({ thread: thread.id === opened ? undefined : thread.id })} />)}
        </ul>
      </div>
    </section>
  );
}
