import { Button } from '@mantine/core';
import { commentLimits } from '@parley/shared/api/comments';
import type { Thread } from '@parley/shared/api/comments';
import { IconCheck, IconMapPin } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { titleOf } from '../store/cardOf.ts';
import { useDesigner, useFlowNames } from '../store/designerContext.ts';
import { isUnread, lastSaid } from '../store/talk.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { relativeTime } from '../ui/relativeTime.ts';
import { CommentView } from './CommentView.tsx';
import { Composer } from './Composer.tsx';
import { showThread, whereOf } from './talking.ts';
import type { CommentsAtHand } from './useComments.ts';
import styles from './Comments.module.css';

/** One thread: what it is on and how it begins; opened, everything that was said and a place to answer. Where only one thing is spoken of (`alike`) it says who began instead. */
export function ThreadRow({ thread, open, onOpen, comments, alike = false }: { thread: Thread; open: boolean; onOpen: () => void; comments: CommentsAtHand; alike?: boolean }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const names = useFlowNames();
  const row = useRef<HTMLLIElement>(null);
  const { me, mayComment, mayManage, read } = comments;
  const unread = isUnread(thread, me);
  const [first] = thread.comments;
  const name = first?.by?.name ?? t('comments.gone');
  // The row follows its own node only: it may be renamed, deleted, and come back.
  const drawing = useStore(desk.book.flows, (flows) => flows[thread.flowId]);
  const node = useStore(drawing?.store ?? desk.store, ({ flow }) => (thread.node === null ? undefined : flow.nodes[thread.node]));
  const deleted = drawing !== undefined && thread.node !== null && !node;
  const where = alike ? name : whereOf(thread, node, { nodeTypes: desk.nodeTypes, known: drawing !== undefined });
  const called = node ? titleOf(node, desk.nodeTypes[node.type]) : thread.title;
  // Cut with the words around it, a name of another direction would lose its beginning.
  const at = !alike && thread.node !== null && called !== '' ? where.lastIndexOf(called) : -1;
  const [before, after] = at < 0 ? [where, ''] : [where.slice(0, at), where.slice(at + called.length)];
  useEffect(() => { if (open && unread && !document.hidden) read(thread); }, [open, unread, thread, read]);
  useEffect(() => { if (open) row.current?.scrollIntoView({ block: 'nearest' }); }, [open]);
  const many = Object.keys(names).length > 1;
  return (
    <li ref={row} className={styles.row} data-open={open || undefined} data-thread={thread.id}>
      <button type="button" className={styles.head} aria-expanded={open} onClick={onOpen}>
        {!open && <Avatar name={name} />}
        <span className={styles.brief}>
          <span className={styles.where}><b title={where} data-deleted={deleted || undefined}>{before}{at >= 0 && <bdi className="cut">{called}</bdi>}{after}</b>{unread && <span className={styles.dot} role="img" aria-label={t('comments.unread')} />}<time dateTime={lastSaid(thread)}>{relativeTime(lastSaid(thread))}</time></span>
          {many && !alike && <span className={`${styles.flow} cut`} dir="auto">{thread.flowId === desk.book.main ? t('designer.mainFlow') : names[thread.flowId]}</span>}
          {!open && <span className={styles.first} dir="auto">{first?.text}</span>}
          {!open && thread.comments.length > 1 && <span className={styles.count}>{t('comments.replies', { count: thread.comments.length - 1 })}</span>}
        </span>
      </button>
      {open && (
        <div className={styles.thread}>
          <div className={styles.deeds}>
            <IconButton size="sm" label={t('comments.goTo')} onClick={() => showThread(desk, thread, { panel: false })}><IconMapPin size={16} stroke={1.75} /></IconButton>
            {mayComment && <Button size="xs" leftSection={thread.resolved ? undefined : <IconCheck size={14} stroke={1.75} aria-hidden="true" />} onClick={() => comments.settle(thread, !thread.resolved)}>{thread.resolved ? t('comments.reopen') : t('comments.settle')}</Button>}
          </div>
          {deleted && <p className={styles.note}>{t('comments.deletedHelp')}</p>}
          {thread.resolved && <p className={styles.note}>{thread.resolved.by ? t('comments.settledBy', { name: thread.resolved.by.name, time: relativeTime(thread.resolved.at) }) : t('comments.settledAt', { time: relativeTime(thread.resolved.at) })}</p>}
          <div role="log" aria-label={t('comments.name')} className={styles.log}>
            {thread.comments.map((comment) => (
              <CommentView key={comment.id} comment={comment} mine={mayComment && comment.by?.id === me} mayDelete={mayManage} onChange={(body) => comments.change(comment.id, body)} onDelete={() => comments.remove(comment.id)} />
            ))}
          </div>
          {mayComment && thread.comments.length < commentLimits.comments && <Composer place={thread.id} label={t('comments.reply')} send={t('comments.sendReply')} onSend={(body) => comments.reply(thread, body)} />}
        </div>
      )}
    </li>
  );
}
