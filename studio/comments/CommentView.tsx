import { Menu } from '@mantine/core';
import type { Comment, CommentBody } from '@parley/shared/api/comments';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../ui/Avatar.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { relativeTime } from '../ui/relativeTime.ts';
import { Composer } from './Composer.tsx';
import { piecesOf } from './words.ts';
import styles from './Comments.module.css';

/** One comment: plain text as it was typed, the people it calls marked; its author changes or deletes it here. */
export function CommentView({ comment, mine, mayDelete, onChange, onDelete }: { comment: Comment; mine: boolean; mayDelete: boolean; onChange: (body: CommentBody) => Promise<unknown>; onDelete: () => void }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState(false);
  const name = comment.by?.name ?? t('comments.gone');
  return (
    <article className={styles.comment} aria-label={name}>
      <Avatar name={name} />
      <div className={styles.said}>
        <div className={styles.by}>
          <b className="cut" dir="auto">{name}</b>
          <time dateTime={comment.madeAt} title={new Date(comment.madeAt).toLocaleString()}>{relativeTime(comment.madeAt)}</time>
          {comment.editedAt && <span>{t('comments.edited')}</span>}
          {(mine || mayDelete) && !editing && (
            <Menu position="bottom-end">
              <Menu.Target><IconButton size="xs" label={t('comments.menu', { name })}><IconDots size={14} stroke={1.75} /></IconButton></Menu.Target>
              <Menu.Dropdown>
                {mine && <Menu.Item onClick={() => setEditing(true)}>{t('comments.edit')}</Menu.Item>}
                <Menu.Item data-danger onClick={() => setAsking(true)}>{t('common.delete')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </div>
        {editing
          ? <Composer place={`edit ${comment.id}`} label={t('comments.edit')} send={t('comments.save')} initial={comment.text} focus onCancel={() => setEditing(false)} onSend={async (body) => { await onChange(body); setEditing(false); }} />
          : <p className={styles.text} dir="auto">{piecesOf(comment.text, comment.mentions.map((person) => person.name)).map(({ text, called }, index) => (called ? <mark key={index} className={styles.called}>{text}</mark> : text))}</p>}
      </div>
      {asking && <Confirm opened title={t('comments.deleteTitle')} text={t('comments.deleteText')} verb={t('common.delete')} onClose={() => setAsking(false)} onConfirm={() => { setAsking(false); onDelete(); }} />}
    </article>
  );
}
