import { conf, language } from 'monaco-editor/languages/definitions/typescript/typescript.js';
import { monaco } from './monaco.ts';

/** Lines of a text to be read, and what they are called; one inside another stands below it. */
export interface Heading {
  name: string;
  from: number;
  to: number;
  inside: Heading[];
}

const id = 'parley-code';
const headings = new WeakMap<monaco.editor.ITextModel, readonly Heading[]>();

/**
 * TypeScript to be read: its colours without its service, which would load a compiler to say that xstate is not there. What stands
 * fast while scrolling, and what Ctrl+Shift+O lists, are the headings given with the text.
 */
export function readerLanguage(): string {
  if (monaco.languages.getLanguages().some((known) => known.id === id)) return id;
  monaco.languages.register({ id });
  monaco.languages.setMonarchTokensProvider(id, language);
  monaco.languages.setLanguageConfiguration(id, conf);
  monaco.languages.registerDocumentSymbolProvider(id, { provideDocumentSymbols: (model) => (headings.get(model) ?? []).map((heading) => symbolOf(model, heading)) });
  return id;
}

/** Says what the lines of a text are called. */
export function giveHeadings(model: monaco.editor.ITextModel, list: readonly Heading[]): void {
  headings.set(model, list);
}

function symbolOf(model: monaco.editor.ITextModel, { name, from, to, inside }: Heading): monaco.languages.DocumentSymbol {
  const last = Math.min(to, model.getLineCount());
  const first = Math.min(from, last);
  const whole = { startLineNumber: first, startColumn: 1, endLineNumber: last, endColumn: model.getLineMaxColumn(last) };
  return {
    name: name || '–', detail: '', kind: monaco.languages.SymbolKind.Object, tags: [], range: whole,
    selectionRange: { ...whole, endLineNumber: first, endColumn: model.getLineMaxColumn(first) },
    children: inside.map((heading) => symbolOf(model, heading)),
  };
}
