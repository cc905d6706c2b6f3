import type { Outgoing } from '@parley/shared/messages/outgoing';
import type { Incoming } from '@parley/shared/messages/incoming';

type ChoicesMessage = Extract<Outgoing, { type: 'choices' }>;

/** The ways to answer: up to three short ones side by side, more as a list. Each is at least 44 px high. */
export function Choices({ message, choose }: { message: ChoicesMessage; choose(answer: Incoming): void }) {
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
