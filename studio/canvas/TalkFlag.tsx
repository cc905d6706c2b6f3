import { IconMessageCircle } from '@tabler/icons-react';
import i18next from 'i18next';
import { useDesigner } from '../store/designerContext.ts';
import { useTalk } from '../store/talk.ts';
import styles from './Talk.module.css';

/** How many open threads a card has; a click opens the first one. Drawn again only when that changes. */
export function TalkFlag({ id }: { id: string }) {
  const { ui, flowId } = useDesigner();
  const talk = useTalk(({ byNode }) => byNode[`${flowId}/${id}`]);
  if (!talk) return null;
  return (
    <button
      type="button" tabIndex={-1} className={`${styles.flag} nodrag`} data-unread={talk.unread || undefined} aria-label={i18next.t('comments.badge', { count: talk.open })} title={i18next.t('comments.badge', { count: talk.open })}
      onClick={(event) => { event.stopPropagation(); ui.setState({ selection: [id], view: 'comments', thread: talk.first, commenting: undefined }); }}
    ><IconMessageCircle size={12} stroke={2} aria-hidden="true" />{talk.open}</button>
  );
}
