import { IconMessageCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDesigner, useUi } from '../../store/designerContext.ts';
import { useTalk } from '../../store/talk.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './Designer.module.css';

/** Opens what people say about the drawing; counts the threads with something unread. */
export function CommentsButton() {
  const { t } = useTranslation();
  const { ui } = useDesigner();
  const open = useUi((state) => state.view === 'comments');
  const unread = useTalk((state) => state.unread);
  return (
    <span className={styles.talk}>
      <IconButton label={unread > 0 ? t('comments.toggleUnread', { count: unread }) : t('comments.toggle')} pressed={open} onClick={() => ui.setState({ view: open ? 'design' : 'comments', commenting: undefined })}><IconMessageCircle size={18} stroke={1.75} /></IconButton>
      {unread > 0 && <span className={styles.unread} aria-hidden="true">{unread > 99 ? '99+' : unread}</span>}
    </span>
  );
}
