import { useRef, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';
import type { Words } from './words.ts';

/** The most characters one message carries (shared/messages/incoming). */
const maxText = 4096;

/**
 * Where the visitor writes: Enter sends, Shift and Enter makes a new line, the field grows to five lines. While an answer is being
 * made and nothing is written, the button stops it.
 */
export function Composer({ words, send, stop }: { words: Words; send(text: string): void; stop: (() => void) | undefined }) {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);

  const submit = () => {
    if (!text.trim()) return;
    send(text.trim());
    setText('');
    field.current?.focus();
  };

  return (
    <form class="composer" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <div class="input" data-text={text}>
        <textarea ref={field} rows={1} value={text} maxLength={maxText} dir="auto" aria-label={words.write} placeholder={words.write} enterkeyhint="send"
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            submit();
          }} />
      </div>
      {stop && !text.trim()
        ? <button key="stop" type="button" aria-label={words.stop} onClick={() => { stop(); field.current?.focus(); }}><Icon name="stop" size={18} /></button>
        : <button key="send" type="submit" aria-label={words.send} disabled={!text.trim()}><Icon name="send" size={18} /></button>}
    </form>
  );
}
