import type { FiledText, ReadTexts } from './filedText.ts';
import { textFileLimits } from './filedText.ts';
import { elementsIn, parseXml, wordsOf } from './xml.ts';
import type { Element } from './xml.ts';

/** States of both versions that say a text is finished, and what says that a machine made it. */
const finished = new Set(['translated', 'final', 'signed-off', 'reviewed']);
const byMachine = new Set(['mt-suggestion', 'leveraged-mt']);

/** Reads XLIFF 1.x and 2.x, as Parley writes it or as a translation tool does. */
export function readXliff(text: string): ReadTexts {
  const parsed = parseXml(text);
  if (!parsed.ok) return parsed;
  const { root } = parsed;
  const version = root.attributes['version'] ?? '';
  if (root.name !== 'xliff' || !/^[12]\./.test(version)) return { ok: false, line: root.line, message: `The file is XML, but not XLIFF 1 or 2: it begins with <${root.name}${version ? ` version="${version}"` : ''}>.` };
  const texts: FiledText[] = [];
  for (const file of elementsIn(root, 'file')) {
    const language = version.startsWith('1') ? file.attributes['target-language'] : root.attributes['trgLang'];
    if (!language) return { ok: false, line: file.line, message: `The file does not say which language it is in: ${version.startsWith('1') ? 'target-language of <file>' : 'trgLang of <xliff>'} is missing.` };
    for (const unit of unitsIn(file)) texts.push(unit.name === 'unit' ? ofUnit(unit, language) : ofTransUnit(unit, language));
    if (texts.length > textFileLimits.texts) return { ok: false, message: `A file has at most ${textFileLimits.texts.toLocaleString('en')} translations.` };
  }
  if (texts.length === 0) return { ok: false, line: root.line, message: 'The file holds no translations.' };
  return { ok: true, texts };
}

/** The units of a file, however they are grouped. */
function unitsIn(element: Element): Element[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === 'trans-unit' || child.name === 'unit' ? [child] : child.name === 'body' || child.name === 'group' ? unitsIn(child) : [];
  });
}

/** XLIFF 1: one source and one target. */
function ofTransUnit(unit: Element, language: string): FiledText {
  const { id = '', resname, approved } = unit.attributes;
  const [source] = elementsIn(unit, 'source');
  const [target] = elementsIn(unit, 'target');
  const codes: Codes = new Map();
  const original = source ? inWords(source, codes) : '';
  const done = approved === 'yes' || finished.has(target?.attributes['state'] ?? '');
  const machine = !done && byMachine.has(target?.attributes['state-qualifier'] ?? '');
  return { line: unit.line, ids: [id, ...(resname ? [resname] : [])], language, source: original, text: target ? inWords(target, codes) : '', ...(done ? { says: 'done' } : machine && { says: 'machine' }) };
}

/** XLIFF 2: segments with their codes in a place of their own. A unit of which only a part is translated counts as not translated. */
function ofUnit(unit: Element, language: string): FiledText {
  const { id = '', name } = unit.attributes;
  const codes: Codes = new Map();
  for (const data of elementsIn(unit, 'originalData').flatMap((held) => elementsIn(held, 'data'))) codes.set(`data ${data.attributes['id'] ?? ''}`, wordsOf(data));
  const parts = unit.children.filter((child): child is Element => typeof child !== 'string' && (child.name === 'segment' || child.name === 'ignorable'));
  const segments = parts.filter((part) => part.name === 'segment');
  const source = parts.flatMap((part) => elementsIn(part, 'source')).map((element) => inWords(element, codes)).join('');
  const whole = segments.length > 0 && segments.every((segment) => elementsIn(segment, 'target').length > 0);
  const text = whole ? parts.map((part) => { const [said] = [...elementsIn(part, 'target'), ...elementsIn(part, 'source')]; return said ? inWords(said, codes) : ''; }).join('') : '';
  const done = whole && segments.every(({ attributes }) => finished.has(attributes['state'] ?? ''));
  return { line: unit.line, ids: [id, ...(name ? [name] : [])], language, source, text, ...(done && { says: 'done' }) };
}

/** What the placeholders of a unit stand for, by id; learned from its source. */
type Codes = Map<string, string>;

const kept = new Set(['ph', 'x', 'bx', 'ex', 'it', 'bpt', 'ept', 'sc', 'ec']);

/** The words of a source or target with what its placeholders stand for. */
function inWords({ children }: Element, codes: Codes): string {
  return children.map((child) => {
    if (typeof child === 'string') return child;
    if (!kept.has(child.name)) return inWords(child, codes);
    const { id = '', dataRef, equiv, 'equiv-text': equivText } = child.attributes;
    const said = wordsOf(child) || (dataRef !== undefined && codes.get(`data ${dataRef}`)) || equivText || equiv || codes.get(id) || '';
    if (id !== '' && !codes.has(id)) codes.set(id, said);
    return said;
  }).join('');
}
