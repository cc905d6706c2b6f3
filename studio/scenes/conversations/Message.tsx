import type { TranscriptMessage } from '@parley/shared/api/sessions';
import { useTranslation } from 'react-i18next';
import { FilePreview } from '../../media/FilePreview.tsx';
import { timeOfDay } from '../../ui/relativeTime.ts';
import { saidText } from './saidText.ts';
import type { Said } from './saidText.ts';
import styles from './Conversations.module.css';

/** One message: the contact's at the right, the bot's at the left with its choices, the taken one ringed. */
export function Message({ botId, item, answers }: { botId: string; item: TranscriptMessage; answers: TranscriptMessage[] }) {
  const { t } = useTranslation();
  if (item.direction === 'in') {
    const { message } = item;
    const text = saidText(item, answers);
    const media = 'media' in message ? message.media : undefined;
    if (text === undefined && !media) return null;
    return <><div className={styles.said} dir="auto">{media && <FilePreview botId={botId} media={media} alt={text} />}{text}</div><p className={styles.caption} data-own>{timeOfDay(item.at)}{(message.type === 'choiceReply' || message.type === 'choicesReply') && `, ${t('conversations.tapped')}`}</p></>;
  }
  const { message } = item;
  if (message.type === 'typing') return null;
  const next = answers.find(({ no, direction }) => no > item.no && direction === 'in');
  const taken = next?.direction === 'in' ? takenIn(next.message) : [];
  return (
    <>
      <div className={styles.bot} data-error={item.error || undefined} dir="auto">
        {'header' in message && message.header && <b>{message.header}</b>}
        {message.type === 'text' && <p>{message.text}</p>}
        {(message.type === 'choices' || message.type === 'form') && <p>{message.body}</p>}
        {'media' in message && <FilePreview botId={botId} media={message.media} {...('caption' in message && { alt: message.caption })} />}
        {'caption' in message && message.caption && <p>{message.caption}</p>}
        {'footer' in message && message.footer && <small>{message.footer}</small>}
      </div>
      {message.type === 'form' && <ul className={styles.choices}>{message.fields.map(({ id, label }) => <li key={id} dir="auto">{label}</li>)}</ul>}
      {message.type === 'choices' && <ul className={styles.choices}>{message.options.map(({ id, label }) => <li key={id} data-taken={taken.includes(id) || undefined} dir="auto">{label}</li>)}</ul>}
      {message.type === 'text' && message.by && <p className={styles.caption}>{t(`models.by.${message.by}`)}</p>}
      {item.error && <p className={styles.caption}>{t('conversations.errorMessage')}</p>}
    </>
  );
}

/** The options that were taken. */
function takenIn(message: Said['message']): string[] {
  if (message.type === 'choiceReply') return [message.option];
  return message.type === 'choicesReply' ? message.options : [];
}
