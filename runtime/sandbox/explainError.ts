import { runLimits } from './limits.ts';

/** What is known of something that was thrown inside QuickJS. */
export interface Thrown {
  name: string;
  message: string;
  stack: string;
}

/** Where a line of the code stood when its author wrote it: `eraseTypes` leaves the list as the code's last line. */
const linesComment = /\n\/\/# lines ([\d,]+)\s*$/;

/** One sentence for the author: the line of their code, and what went wrong there in words they can act on. */
export function explainError({ name, message, stack }: Thrown, code: string): string {
  const what = known(name, message) ?? ([name, message].filter(Boolean).join(': ').slice(0, 300) || 'The code failed without saying why.');
  const line = lineIn(stack, code);
  if (line === undefined) return what;
  // QuickJS notes a place for calls, operators and throw; reading a name or a field has that of the one before.
  const near = name === 'ReferenceError' || /^cannot (read|set) property/.test(message);
  return `${near ? 'Near line' : 'Line'} ${line}: ${what}`;
}

/** The line such a sentence begins with; undefined where it names none. */
export function lineOf(sentence: string): number | undefined {
  const found = /^(?:Near line|Line) (\d+): /.exec(sentence)?.[1];
  return found === undefined ? undefined : Number(found);
}

function known(name: string, message: string): string | undefined {
  if (/out of memory/.test(message)) return `The code used more than ${runLimits.memoryBytes / 1024 / 1024} MB of memory.`;
  if (/stack overflow|call stack size/i.test(message)) return 'The code calls itself too deeply.';
  if (/could not load module|module.*not found|no module loader|import/i.test(message) && name !== 'SyntaxError') return 'Code cannot import anything: it gets its input and gives back its result.';
  return undefined;
}

function lineIn(stack: string, code: string): number | undefined {
  const found = /code\.js:(\d+)/.exec(stack);
  if (!found) return undefined;
  const line = Number(found[1]);
  const written = linesComment.exec(code)?.[1]?.split(',')[line - 1];
  return written ? Number(written) : line;
}
