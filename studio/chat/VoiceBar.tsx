import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icons.tsx';
import type { Voice } from './useVoice.ts';
import type { Words } from './words.ts';

/** In place of the field while speech is recorded: how long, how loud, throw it away, send it. */
export function VoiceBar({ voice, words, send }: { voice: Voice; words: Words; send(file: File): void }) {
  const finish = useRef<HTMLButtonElement>(null);
  const recording = voice.state === 'recording';
  useEffect(() => {
    if (recording) finish.current?.focus();
  }, [recording]);
  const { cancel } = voice;
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') cancel();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [cancel]);
  const time = `${Math.floor(voice.seconds / 60)}:${String(voice.seconds % 60).padStart(2, '0')}`;
  return (
    <div class="composer" role="group" aria-label={words.recording}>
      <button type="button" class="plain" aria-label={words.cancel} onClick={voice.cancel}><Icon name="remove" /></button>
      <span class="time"><i />{time}</span>
      <span class="levels" aria-hidden="true">{voice.levels.map((level, index) => <i key={index} style={{ height: `${Math.max(8, Math.round(level * 100))}%` }} />)}</span>
      <button type="button" ref={finish} aria-label={words.send} disabled={!recording} onClick={() => voice.finish(send)}><Icon name="send" size={18} /></button>
    </div>
  );
}
