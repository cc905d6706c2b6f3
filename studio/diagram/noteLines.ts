import { cutTo, lineUp } from './lineUp.ts';

/** A note broken into lines as it stands on the canvas: at its own line breaks and at words. What has no room is told by an ellipsis. */
export function noteLines(text: string, width: number, most: number): string[] {
  const lines = text.split('\n').flatMap((paragraph) => (paragraph.trim() === '' ? [''] : lineUp([{ text: paragraph, is: 'text' }], width, most + 1).map((line) => line.map((run) => run.text).join('').trimEnd())));
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cutTo(`${lines[most - 1] ?? ''} …`, width, 'text')];
}
