import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Files } from './useFiles.ts';
import type { Words } from './words.ts';

/** The whole page takes files that are dropped on it; without `files` it is just the page. */
export function DropArea({ files, words, children }: { files: Files | undefined; words: Words; children: ComponentChildren }) {
  const [over, setOver] = useState(false);
  // Entering a child comes before leaving its parent.
  const depthRef = useRef(0);
  const move = (by: number) => {
    depthRef.current = Math.max(0, depthRef.current + by);
    setOver(depthRef.current > 0);
  };
  const isFile = (event: DragEvent) => files !== undefined && event.dataTransfer?.types.includes('Files') === true;
  return (
    <div class="chat"
      onDragEnter={(event) => { if (isFile(event)) move(1); }}
      onDragLeave={(event) => { if (isFile(event)) move(-1); }}
      onDragOver={(event) => { if (isFile(event)) event.preventDefault(); }}
      onDrop={(event) => {
        if (!isFile(event)) return;
        event.preventDefault();
        move(-depthRef.current);
        files?.add(event.dataTransfer?.files ?? []);
      }}>
      {children}
      {over && <p class="drop">{words.dropHere}</p>}
    </div>
  );
}
