import { useId, useState } from 'preact/hooks';
import type { Outgoing } from '@parley/shared/messages/outgoing';
import type { Incoming } from '@parley/shared/messages/incoming';
import { howMany } from '@parley/shared/messages/howMany';
import type { Words } from './words.ts';

type ChoicesMessage = Extract<Outgoing, { type: 'choices' }>;
type Given = { message: ChoicesMessage; choose(answer: Incoming): void };

/** The ways to answer: up to three short ones side by side, more as a list; boxes to tick where several may be chosen. */
export function Choices({ message, choose, words }: Given & { words: Words }) {
  if (message.several) return <Several message={message} choose={choose} several={message.several} words={words} />;
  const short = message.options.length <= 3 && message.options.every(({ label, note }) => label.length <= 24 && !note);
  return (
    <div class={short ? 'choices short' : 'choices'} role="group" aria-label={message.body}>
      {message.options.map((option) => (
        <button key={option.id} type="button" onClick={() => choose({ type: 'choiceReply', option: option.id, label: option.label, wait: message.wait })}>
          <span dir="auto">{option.label}</span>
          {option.note && <small dir="auto">{option.note}</small>}
        </button>
      ))}
    </div>
  );
}

/** Options to tick, sent together once enough are ticked. */
function Several({ message, choose, several: { least, most }, words }: Given & { several: NonNullable<ChoicesMessage['several']>; words: Words }) {
  const [taken, setTaken] = useState<readonly string[]>([]);
  const hint = useId();
  const full = taken.length >= most;
  const many = howMany({ least, most }, message.options.length);
  const send = (event: Event) => {
    event.preventDefault();
    const chosen = message.options.filter(({ id }) => taken.includes(id));
    if (chosen.length >= least && chosen.length <= most) choose({ type: 'choicesReply', options: chosen.map(({ id }) => id), label: chosen.map(({ label }) => label).join(', '), wait: message.wait });
  };
  return (
    <form class="form ticks" onSubmit={send} aria-label={message.body}>
      <small id={hint}>{words.several[many.says].replace('{least}', String(many.least)).replace('{most}', String(many.most))}</small>
      <fieldset aria-labelledby={hint}>
        {message.options.map((option) => (
          <label key={option.id}>
            <input type="checkbox" checked={taken.includes(option.id)} disabled={full && !taken.includes(option.id)} onChange={({ currentTarget: { checked } }) => setTaken(checked ? [...taken, option.id] : taken.filter((id) => id !== option.id))} />
            <span dir="auto">{option.label}{option.note && <small dir="auto">{option.note}</small>}</span>
          </label>
        ))}
      </fieldset>
      <div class="ends"><button type="submit" disabled={taken.length < least || taken.length > most}>{words.send}</button></div>
    </form>
  );
}
