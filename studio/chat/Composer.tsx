import { useRef, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { Tray } from './Tray.tsx';
import type { Files } from './useFiles.ts';
import { recordedType, useVoice } from './useVoice.ts';
import { VoiceBar } from './VoiceBar.tsx';
import type { Words } from './words.ts';

/** The most characters one message carries (shared/messages/incoming, which brings a parser along). */
const maxText = 4096;

/**
 * Where the visitor writes: Enter sends, Shift and Enter makes a new line, the field grows to five lines. While an answer is being
 * made and nothing is written, the button stops it. `files` = the bot takes files; `speech` = also spoken ones.
 */
export function Composer({ words, send, stop, files, speech }: { words: Words; send(text: string): void; stop: (() => void) | undefined; files: Files | undefined; speech: boolean }) {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const voice = useVoice();
  const given = files && files.chosen.length > 0 ? files : undefined;
  const said = text.trim();
  const sends = given ? given.ready : said !== '';

  const submit = () => {
    if (!sends) return;
    const carried = given?.say(said) ?? false;
    if (said && !carried) send(said);
    setText('');
    field.current?.focus();
  };

  return (
    <>
      {files && <Tray files={files} words={words} />}
      {voice.state === 'refused' && <p class="notice" role="alert">{words.noMicrophone}</p>}
      {files && (voice.state === 'asking' || voice.state === 'recording')
        ? <VoiceBar voice={voice} words={words} send={(file) => files.send(file)} />
        : (
          <form class="composer" onSubmit={(event) => { event.preventDefault(); submit(); }}>
            {files && (
              <>
                <button type="button" class="plain" aria-label={words.addFile} onClick={() => chooser.current?.click()}><Icon name="add" /></button>
                <input ref={chooser} type="file" multiple hidden {...(files.accept ? { accept: files.accept } : {})} onChange={({ currentTarget }) => {
                  files.add(currentTarget.files ?? []);
                  currentTarget.value = '';
                  field.current?.focus();
                }} />
              </>
            )}
            <div class="input" data-text={text}>
              {/* Left to itself, an empty field is written from the left, whatever is read around it. */}
              <textarea ref={field} rows={1} value={text} maxLength={maxText} dir={text === '' ? undefined : 'auto'} aria-label={words.write} placeholder={words.write} enterkeyhint="send"
                onInput={({ currentTarget }) => setText(currentTarget.value)}
                onPaste={(event) => {
                  const pasted = event.clipboardData?.files;
                  if (!files || !pasted?.length) return;
                  event.preventDefault();
                  files.add(pasted);
                }}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
                  event.preventDefault();
                  submit();
                }} />
            </div>
            {speech && !said && !given && recordedType() && <button type="button" class="plain" aria-label={words.record} onClick={voice.start}><Icon name="microphone" /></button>}
            {stop && !said && !given
              ? <button key="stop" type="button" aria-label={words.stop} onClick={() => { stop(); field.current?.focus(); }}><Icon name="stop" size={18} /></button>
              : <button key="send" type="submit" aria-label={words.send} disabled={!sends}><Icon name="send" size={18} /></button>}
          </form>
        )}
    </>
  );
}
