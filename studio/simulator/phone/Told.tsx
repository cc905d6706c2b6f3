import { formAnswers } from '@parley/shared/messages/form';
import type { Incoming } from '@parley/shared/messages/incoming';
import { IconChecks, IconClock, IconMapPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languageName, timeIn } from '../clock.ts';
import type { Line } from '../host/talk.ts';
import type { SimulatedChannel } from '../SimulatorProps.ts';
import { fileIcons } from './Said.tsx';
import styles from './Phone.module.css';

/** One message of the contact. `held` = it waits until what is under way is done. */
export function Told({ line, channel, zone, question, held = false }: {
  line: Extract<Line, { from: 'contact' }>;
  channel: SimulatedChannel;
  zone: string;
  /** What was said before it, to know the label of what was tapped. */
  question: readonly Line[];
  held?: boolean;
}) {
  const { t } = useTranslation();
  const { message, at } = line;
  return (
    <div className={`${styles.bubble} ${styles.own}`} data-held={held || undefined}>
      <span className="sr">{t('simulator.you')}</span>
      <Content message={message} question={question} />
      <time dateTime={at}>{timeIn(at, zone)}{held ? <IconClock size={12} stroke={2} aria-label={t('simulator.held')} /> : channel !== 'web' && <IconChecks size={13} stroke={1.75} aria-hidden="true" />}</time>
    </div>
  );
}

function Content({ message, question }: { message: Incoming; question: readonly Line[] }) {
  const { t } = useTranslation();
  switch (message.type) {
    case 'text': return <span className={styles.words} dir="auto">{message.text}</span>;
    case 'choiceReply': return <span className={styles.words} dir="auto">{message.label ?? labelOf(question, message.option)}</span>;
    case 'choicesReply': return <span className={styles.words} dir="auto">{message.label ?? message.options.map((id) => labelOf(question, id)).join(', ')}</span>;
    case 'dialogReply': return <span className={styles.words} dir="auto">{message.dialog === 'language' ? languageName(message.value) : t('simulator.startOver')}</span>;
    case 'image':
    case 'video':
    case 'document':
    case 'audio': {
      const Glyph = fileIcons[message.type];
      return <span className={styles.file}><Glyph size={18} stroke={1.75} aria-hidden="true" /><bdi>{message.media.name}</bdi></span>;
    }
    case 'location': return <span className={styles.file}><IconMapPin size={18} stroke={1.75} aria-hidden="true" /><bdi>{message.label ?? `${message.latitude}, ${message.longitude}`}</bdi></span>;
    case 'contact': return <span className={styles.words}><bdi>{message.name}</bdi></span>;
    case 'reaction': return <span className={styles.words}>{message.emoji}</span>;
    case 'edited': return <span className={styles.words} dir="auto">{message.text}</span>;
    case 'formReply': return <span className={styles.words} dir="auto">{answersIn(question, message).join('\n')}</span>;
    default: return <span className={styles.words}>{message.type}</span>;
  }
}

function answersIn(question: readonly Line[], { wait, values }: Extract<Incoming, { type: 'formReply' }>): string[] {
  const asked = question.findLast((line) => line.from === 'bot' && line.message.type === 'form' && line.message.wait === wait);
  return asked?.from === 'bot' && asked.message.type === 'form' ? formAnswers(asked.message.fields, values, asked.language) : [];
}

function labelOf(question: readonly Line[], id: string): string {
  for (const line of question.toReversed()) {
    const option = line.from === 'bot' && line.message.type === 'choices' ? line.message.options.find((each) => each.id === id) : undefined;
    if (option) return option.label;
  }
  return id;
}
