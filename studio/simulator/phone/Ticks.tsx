import type { Incoming } from '@parley/shared/messages/incoming';
import type { Outgoing } from '@parley/shared/messages/outgoing';
import { howMany } from '@parley/shared/messages/howMany';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Phone.module.css';

type ChoicesMessage = Extract<Outgoing, { type: 'choices' }>;

/** Options to tick, sent together once enough are, as the web chat shows them. */
export function Ticks({ message, several: { least, most }, current, onSay }: { message: ChoicesMessage; several: NonNullable<ChoicesMessage['several']>; current: boolean; onSay(answer: Incoming): void }) {
  const { t } = useTranslation();
  const [taken, setTaken] = useState<readonly string[]>([]);
  const hint = useId();
  const { says, ...limits } = howMany({ least, most }, message.options.length);
  const chosen = message.options.filter(({ id }) => taken.includes(id));
  return (
    <form className={styles.form} aria-label={message.body} onSubmit={(event) => {
      event.preventDefault();
      onSay({ type: 'choicesReply', options: chosen.map(({ id }) => id), label: chosen.map(({ label }) => label).join(', '), wait: message.wait });
    }}>
      <small id={hint}>{t(`simulator.several.${says}`, limits)}</small>
      <fieldset disabled={!current} aria-labelledby={hint}>
        {message.options.map(({ id, label, note }) => (
          <label key={id}>
            <input type="checkbox" checked={taken.includes(id)} disabled={taken.length >= most && !taken.includes(id)} onChange={({ target: { checked } }) => setTaken(checked ? [...taken, id] : taken.filter((each) => each !== id))} />
            <span dir="auto">{label}{note && <small dir="auto"> {note}</small>}</span>
          </label>
        ))}
      </fieldset>
      <button type="submit" disabled={!current || chosen.length < least || chosen.length > most}>{t('simulator.send')}</button>
    </form>
  );
}
