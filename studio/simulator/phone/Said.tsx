import { channelLimits } from '@parley/shared/messages/limits';
import type { Incoming } from '@parley/shared/messages/incoming';
import { fitChoices } from '@parley/shared/messages/fitChoices';
import type { Option, Outgoing } from '@parley/shared/messages/outgoing';
import { IconFile, IconListCheck, IconMicrophone, IconPhoto, IconVideo } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName, timeIn } from '../clock.ts';
import type { Line } from '../host/talk.ts';
import type { SimulatedChannel } from '../SimulatorProps.ts';
import { FitMarks } from './FitMarks.tsx';
import { fitNotes } from './fitNotes.ts';
import { FormCard } from './FormCard.tsx';
import { Ticks } from './Ticks.tsx';
import type { OpenList } from './ListSheet.tsx';
import styles from './Phone.module.css';

/** Glyphs of files. */
export const fileIcons = { image: IconPhoto, video: IconVideo, document: IconFile, audio: IconMicrophone } as const;

interface SaidGiven {
  line: Extract<Line, { from: 'bot' }>;
  channel: SimulatedChannel;
  zone: string;
  /** It asks for a field of a form that the channel cannot show. */
  steps: boolean;
  /** Nothing was said after it. */
  current: boolean;
  onList: (list: OpenList) => void;
  onTake: (option: Option<string>, wait: number) => void;
  onSay: (answer: Incoming) => void;
}

/** One message of the bot, with its options in the shape the channel gives them, and what the channel does to it. */
export function Said(given: SaidGiven) {
  const { line: { message }, channel, steps } = given;
  const notes = fitNotes(channel, message);
  return <><Spoken {...given} /><FitMarks notes={steps ? [...notes, { tone: 'info', says: 'formSteps', with: { channel: channelLimits[channel].label } }] : notes} /></>;
}

function Spoken(given: SaidGiven) {
  const { t } = useTranslation();
  const { message, language, error, fallback, at } = given.line;
  const { zone } = given;
  const foot = (
    <>
      {fallback && <span className={styles.fallback} title={t('simulator.fallback', { language: languageName(language) })}>{language}<span className="sr">{t('simulator.fallback', { language: languageName(language) })}</span></span>}
      <time dateTime={at}>{timeIn(at, zone)}</time>
    </>
  );
  const bubble = (content: ReactNode, more?: ReactNode): ReactNode => <div className={styles.bubble} data-error={error} lang={language}><span className="sr">{t('simulator.bot')}</span>{content}{foot}{more}</div>;
  switch (message.type) {
    case 'typing': return null;
    case 'text': return bubble(<Around header={message.header} footer={message.footer}>{message.text}</Around>);
    case 'choices': return <Choices {...given} message={message} bubble={bubble} />;
    case 'form': return <>{bubble(<Words>{message.body}</Words>)}<FormCard message={message} current={given.current} onSay={given.onSay} /></>;
    default: {
      const Glyph = fileIcons[message.type];
      return bubble(<><span className={styles.file}><Glyph size={18} stroke={1.75} aria-hidden="true" /><bdi>{message.media.name}</bdi></span>{'caption' in message && message.caption && <Words>{message.caption}</Words>}</>);
    }
  }
}

function Choices({ message, channel, current, onList, onTake, onSay, bubble }: SaidGiven & { message: Extract<Outgoing, { type: 'choices' }>; bubble: (content: ReactNode, more?: ReactNode) => ReactNode }) {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const fitted = fitChoices(channel, message);
  const options = fitted.pages[page] ?? [];
  const { wait } = message;
  const asList = fitted.look === 'list';
  const body = <Around header={fitted.header} footer={fitted.footer}>{fitted.body}</Around>;
  const opens = asList && !message.several && (
    <button type="button" className={styles.opens} aria-haspopup="dialog" onClick={() => onList({ pages: fitted.pages, wait })}>
      <IconListCheck size={14} stroke={1.75} aria-hidden="true" />{t('simulator.options', { count: message.options.length })}
    </button>
  );
  return (
    <>
      {fitted.before.map((text) => <div key={text} className={styles.bubble}><Words>{text}</Words></div>)}
      {bubble(body, opens)}
      {/* A web page takes its buttons away when they have been used; elsewhere they stay, and are late. */}
      {message.several && <Ticks message={message} several={message.several} current={current} onSay={onSay} />}
      {!message.several && !asList && (channel !== 'web' || current) && (
        <div className={styles.options} role="group" aria-label={t('simulator.choose')}>
          {options.map((option) => <button key={option.id} type="button" onClick={() => onTake(option, wait)}><bdi>{option.label}</bdi>{option.note && <small><bdi>{option.note}</bdi></small>}</button>)}
          {fitted.pages.length > 1 && <button type="button" onClick={() => setPage((page + 1) % fitted.pages.length)}>{t('simulator.moreOptions')}</button>}
        </div>
      )}
    </>
  );
}

function Around({ header, footer, children }: { header?: string | undefined; footer?: string | undefined; children: string }) {
  return <>{header && <strong dir="auto">{header}</strong>}<Words>{children}</Words>{footer && <small dir="auto">{footer}</small>}</>;
}

function Words({ children }: { children: string }) {
  return <span className={styles.words} dir="auto">{children}</span>;
}
