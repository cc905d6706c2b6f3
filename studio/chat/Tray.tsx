import { Icon } from './icons.tsx';
import type { Files } from './useFiles.ts';
import type { Words } from './words.ts';

/** The files chosen for the next message, each on its way or there; what did not get there says why. */
export function Tray({ files, words }: { files: Files; words: Words }) {
  if (files.chosen.length === 0) return null;
  return (
    <ul class="tray" aria-label={words.files}>
      {files.chosen.map(({ id, file, preview, share, sent, problem, retry }) => (
        <li key={id} class={problem ? 'refused' : undefined}>
          {preview ? <img src={preview} alt="" /> : <span class="glyph"><Icon name="file" size={18} /></span>}
          <div>
            <span dir="auto">{file.name}</span>
            {problem && <small role="alert">{problem}</small>}
            {!problem && !sent && <progress max={1} value={share} aria-label={`${words.uploading} ${file.name}`} />}
          </div>
          {retry && <button type="button" class="text" onClick={() => files.again(id)}>{words.again}</button>}
          <button type="button" class="plain" aria-label={`${sent ?? problem ? words.remove : words.cancel} ${file.name}`} onClick={() => files.remove(id)}><Icon name="close" size={18} /></button>
        </li>
      ))}
    </ul>
  );
}
