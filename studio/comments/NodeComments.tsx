import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../api/ApiFailure.ts';
import { useDesigner, useUi } from '../store/designerContext.ts';
import { lastSaid } from '../store/talk.ts';
import { Bone } from '../ui/Bone.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Composer } from './Composer.tsx';
import { ThreadRow } from './ThreadRow.tsx';
import { useComments } from './useComments.ts';
import styles from './Comments.module.css';

/** What people say about one node, open threads first, and a place to begin another. */
export function NodeComments({ node }: { node: string }) {
  const { t } = useTranslation();
  const { ui, flowId, store } = useDesigner();
  const comments = useComments();
  const { threads, failure, again, mayComment, start } = comments;
  const opened = useUi((state) => state.thread);
  const here = threads
    ?.filter((thread) => thread.flowId === flowId && thread.node === node)
    .toSorted((a, b) => Number(a.resolved !== null) - Number(b.resolved !== null) || (lastSaid(a) < lastSaid(b) ? 1 : -1));
  return (
    <div className={styles.here}>
      {mayComment && (
        <Composer
          place={`new ${flowId} ${JSON.stringify({ node })}`} label={t('comments.write')} send={t('comments.send')}
          onSend={async (body) => {
            const { x, y } = store.getState().flow.nodes[node] ?? { x: 0, y: 0 };
            const thread = await start({ ...body, flowId, node, x, y });
            ui.setState({ thread: thread.id });
          }}
        />
      )}
      {failure !== undefined && <ErrorState title={t('comments.failed')} text={t('comments.failedHelp')} details={sentenceOf(failure)} action={<Button onClick={again}>{t('common.tryAgain')}</Button>} />}
      {!here && failure === undefined && <div className={styles.bones}>{Array.from({ length: 3 }, (_, row) => <Bone key={row} width={`${90 - row * 14}%`} height={32} />)}</div>}
      {here?.length === 0 && <p className={styles.none}>{t(mayComment ? 'comments.emptyNode' : 'comments.emptyRead')}</p>}
      {here && here.length > 0 && (
        <ul className={styles.list}>
          {here.map((thread) => <ThreadRow key={thread.id} alike thread={thread} comments={comments} open={thread.id === opened} onOpen={() => ui.setState({ thread: thread.id === opened ? undefined : thread.id })} />)}
        </ul>
      )}
    </div>
  );
}
