/** What is wrong with a program, and in which line (from 1). */
export interface CodeProblem {
  line: number;
  message: string;
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * Reads a TypeScript program only as far as quotes, comments and brackets go: whether all of them close, and whether it exports
 * a function to run. Undefined = nothing found. The whole grammar is read at publish, where the compiler is.
 */
export function codeProblem(code: string): CodeProblem | undefined {
  const scanner = new Scanner(code);
  const problem = scanner.scan();
  if (problem) return problem;
  return /(^|[\s;}])export\s+default\b/.test(scanner.bare) ? undefined : { line: 1, message: 'it needs “export default function (input) { … }”.' };
}

class Scanner {
  /** The code without what stands in quotes, comments and patterns. */
  bare = '';
  private readonly code: string;
  private at = 0;
  private readonly open: { bracket: string; at: number; template: boolean }[] = [];

  constructor(code: string) {
    this.code = code;
  }

  scan(): CodeProblem | undefined {
    while (this.at < this.code.length) {
      const problem = this.step();
      if (problem) return problem;
    }
    const left = this.open.at(-1);
    return left && this.problem(left.at, `the ${left.bracket} is never closed.`);
  }

  private step(): CodeProblem | undefined {
    const { code, at } = this;
    const letter = code.charAt(at);
    const two = code.slice(at, at + 2);
    if (two === '//') return this.skipTo(code.indexOf('\n', at), code.length);
    if (two === '/*') {
      const end = code.indexOf('*/', at + 2);
      return end < 0 ? this.problem(at, 'the comment is never closed.') : this.skipTo(end + 2);
    }
    if (letter === '"' || letter === "'") return this.quote(letter);
    if (letter === '`') return this.template(at + 1);
    if (letter === '/' && this.beginsPattern()) return this.pattern();
    if (letter in closing) this.open.push({ bracket: letter, at, template: false });
    if (letter === ')' || letter === ']' || letter === '}') {
      const before = this.open.pop();
      if (!before || closing[before.bracket] !== letter) return this.problem(at, before ? `the ${before.bracket} is closed by ${letter}.` : `there is a ${letter} that closes nothing.`);
      if (before.template) return this.template(at + 1);
    }
    this.bare += letter;
    this.at += 1;
    return undefined;
  }

  private skipTo(end: number, otherwise = end): undefined {
    this.at = end < 0 ? otherwise : end;
    this.bare += ' ';
  }

  private quote(mark: string): CodeProblem | undefined {
    for (let i = this.at + 1; i < this.code.length; i += 1) {
      const letter = this.code.charAt(i);
      if (letter === '\\') i += 1;
      else if (letter === mark) return this.skipTo(i + 1);
      else if (letter === '\n') break;
    }
    return this.problem(this.at, `the text that begins with ${mark} is never closed.`);
  }

  /** A template goes on after each of its expressions; those are read as code. */
  private template(from: number): CodeProblem | undefined {
    for (let i = from; i < this.code.length; i += 1) {
      const letter = this.code.charAt(i);
      if (letter === '\\') i += 1;
      else if (letter === '`') return this.skipTo(i + 1);
      else if (letter === '$' && this.code.charAt(i + 1) === '{') {
        this.open.push({ bracket: '{', at: i + 1, template: true });
        return this.skipTo(i + 2);
      }
    }
    return this.problem(from - 1, 'the text that begins with ` is never closed.');
  }

  /** A slash divides after a value and begins a pattern after anything else. */
  private beginsPattern(): boolean {
    const before = this.bare.trimEnd();
    return before === '' || /(?:[=(,;:[!&|?{}+\-*%<>~^]|\b(?:return|typeof|case|in|of))$/.test(before);
  }

  private pattern(): CodeProblem | undefined {
    let inClass = false;
    for (let i = this.at + 1; i < this.code.length; i += 1) {
      const letter = this.code.charAt(i);
      if (letter === '\\') i += 1;
      else if (letter === '\n') break;
      else if (letter === '[') inClass = true;
      else if (letter === ']') inClass = false;
      else if (letter === '/' && !inClass) return this.skipTo(i + 1);
    }
    return this.problem(this.at, 'the pattern that begins with / is never closed.');
  }

  private problem(at: number, message: string): CodeProblem {
    return { line: this.code.slice(0, at).split('\n').length, message };
  }
}
