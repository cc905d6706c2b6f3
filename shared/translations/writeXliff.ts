import { piecesOf } from '../expressions/holes.ts';
import type { TextCell, TextRow } from './textRows.ts';
import { escapeXml } from './xml.ts';

/**
 * The rows in one language as XLIFF 1.2, which every translation tool reads; holes are placeholders that cannot be changed by accident, and
 * the longest a text may be is told by `maxwidth`.
 */
export function writeXliff(rows: readonly TextRow[], { source, language, name }: { source: string; language: string; name: string }): string {
  const units = rows.map((row) => unitOf(row, row.cells[language])).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="${escapeXml(name)}" datatype="plaintext" source-language="${escapeXml(source)}" target-language="${escapeXml(language)}">
    <header><tool tool-id="parley" tool-name="Parley"/></header>
    <body>
${units}    </body>
  </file>
</xliff>
`;
}

function unitOf(row: TextRow, cell: TextCell | undefined): string {
  const id = escapeXml(row.id);
  const most = row.limits.length === 0 ? '' : ` maxwidth="${Math.min(...row.limits.map((limit) => limit.most))}" size-unit="char"`;
  const approved = cell?.state === 'ok' && !cell.machine ? ' approved="yes"' : '';
  const notes = [row.where, ...row.limits.map(({ channel, most: letters }) => `${channel}: at most ${letters} characters`), ...(cell?.state === 'outdated' ? ['The original has changed since this was translated.'] : [])];
  return `      <trans-unit id="${id}" resname="${id}" xml:space="preserve"${most}${approved}>
        <source>${withPlaceholders(row.original, row)}</source>
        <target state="${stateOf(cell)}"${cell?.machine ? ' state-qualifier="mt-suggestion"' : ''}>${cell ? withPlaceholders(cell.text, row) : ''}</target>
${notes.map((note) => `        <note>${escapeXml(note)}</note>\n`).join('')}      </trans-unit>
`;
}

function stateOf(cell: TextCell | undefined): string {
  if (!cell || cell.state !== 'ok') return 'needs-translation';
  return cell.machine ? 'needs-review-translation' : 'final';
}

/** The same hole has the same number in both languages: the place it first has in the original. */
function withPlaceholders(text: string, { original, template }: Pick<TextRow, 'original' | 'template'>): string {
  if (!template) return escapeXml(text);
  const known = [...new Set(piecesOf(original).filter(({ hole }) => hole).map((piece) => piece.text))];
  return piecesOf(text).map((piece) => {
    if (!piece.hole) return escapeXml(piece.text);
    if (!known.includes(piece.text)) known.push(piece.text);
    return `<ph id="${known.indexOf(piece.text) + 1}">${escapeXml(piece.text)}</ph>`;
  }).join('');
}
