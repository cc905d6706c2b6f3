/** A row of a CSV file with the line it begins on. */
export interface CsvRow {
  line: number;
  cells: string[];
}

/** What a CSV file holds, or on which line it cannot be read. */
export type ParsedCsv = { ok: true; rows: CsvRow[] } | { ok: false; line: number; message: string };

/** What spreadsheets take for the beginning of a formula (OWASP, CSV injection). */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;

/** Writes rows as CSV (RFC 4180) that spreadsheets open as text: with a byte order mark, and nothing in it is taken for a formula. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;
}

function quoted(cell: string): string {
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Reads CSV as spreadsheets write it: separated by commas, semicolons or tabs, quoted or not. The guard against formulas is taken off. */
export function parseCsv(given: string): ParsedCsv {
  const text = given.startsWith('\ufeff') ? given.slice(1) : given;
  if (text.includes('\0')) return { ok: false, line: lineAt(text, text.indexOf('\0')), message: 'This is no text file: it holds a zero byte.' };
  // Excel may say in a first line of its own what separates the cells.
  const told = /^"?sep=([,;\t])"?\r?\n/i.exec(text);
  const reader = new Reader(text, told?.[0].length ?? 0, told?.[1] ?? separatorOf(text));
  return reader.read();
}

/** The sign that stands most often in the first row, outside quotes. */
function separatorOf(text: string): string {
  let inQuotes = false;
  const counts = new Map<string, number>([[',', 0], [';', 0], ['\t', 0]]);
  for (const letter of text.slice(0, 100_000)) {
    if (letter === '"') inQuotes = !inQuotes;
    else if (!inQuotes && (letter === '\n' || letter === '\r')) break;
    else if (!inQuotes && counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ',';
}

class Reader {
  private readonly text: string;
  private readonly separator: string;
  private at: number;
  private line = 1;
  private readonly plain: RegExp;

  constructor(text: string, from: number, separator: string) {
    this.text = text;
    this.at = from;
    this.separator = separator;
    if (from > 0) this.line = 2;
    this.plain = new RegExp(`[^${separator}\\r\\n]*`, 'y');
  }

  read(): ParsedCsv {
    const rows: CsvRow[] = [];
    while (this.at < this.text.length) {
      const line = this.line;
      const cells = this.row();
      if (!cells) return { ok: false, line, message: 'A cell begins with a quotation mark that nothing closes.' };
      if (cells.some((cell) => cell !== '')) rows.push({ line, cells: cells.map(unguarded) });
    }
    return { ok: true, rows };
  }

  private row(): string[] | undefined {
    const cells: string[] = [];
    for (;;) {
      const cell = this.text[this.at] === '"' ? this.quotedCell() : '';
      if (cell === undefined) return undefined;
      // What stands behind a closing quotation mark belongs to the cell, as spreadsheets read it.
      this.plain.lastIndex = this.at;
      const rest = this.plain.exec(this.text)?.[0] ?? '';
      this.at += rest.length;
      cells.push(cell + rest);
      const end = this.text[this.at];
      this.at += 1;
      if (end === this.separator) continue;
      if (end === '\r' && this.text[this.at] === '\n') this.at += 1;
      this.line += 1;
      return cells;
    }
  }

  private quotedCell(): string | undefined {
    let cell = '';
    let from = this.at + 1;
    for (;;) {
      const end = this.text.indexOf('"', from);
      if (end < 0) return undefined;
      cell += this.text.slice(from, end);
      if (this.text[end + 1] !== '"') {
        this.at = end + 1;
        for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) this.line += 1;
        return cell;
      }
      cell += '"';
      from = end + 2;
    }
  }
}

function unguarded(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
