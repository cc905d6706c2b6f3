import * as monaco from 'monaco-editor/editor/editor.api.js';
// What editors can do. A language's service brings all of it by this file (its own `features/suggest` lacks the list of suggestions), but
// behind the first editor: that one would complete nothing, and every later one would miss services that are fixed with the first.
import 'monaco-editor/internal/common/workers.js';
import 'monaco-editor/languages/definitions/typescript/register.js';
import { jsonDefaults } from 'monaco-editor/languages/features/json/register.js';
import { typescriptDefaults } from 'monaco-editor/languages/features/typescript/register.js';
import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices.js';
import { IStorageService } from 'monaco-editor/platform/storage/common/storage.js';
// Vite makes the default export of a worker import.
// oxlint-disable-next-line import/default
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
// oxlint-disable-next-line import/default
import JsonWorker from 'monaco-editor/languages/features/json/json.worker.js?worker';
// oxlint-disable-next-line import/default
import TypeScriptWorker from 'monaco-editor/languages/features/typescript/ts.worker.js?worker';

globalThis.MonacoEnvironment = {
  getWorker: (_id, label) => (label === 'typescript' || label === 'javascript' ? new TypeScriptWorker() : label === 'json' ? new JsonWorker() : new EditorWorker()),
};

// A suggestion comes with its description; by itself monaco hides that until it is asked for. The zeros are "for this profile" and "by a person".
StandaloneServices.get(IStorageService).store('expandSuggestionDocs', true, 0, 0);

// ES2023 without a browser: what the sandbox has.
typescriptDefaults.setCompilerOptions({ target: 99, module: 99, lib: ['es2023'], strict: true, allowNonTsExtensions: true, moduleResolution: 2 });

function styleOf(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--parley-${name}`).trim();
}

/** Gives the editor the colours of the scheme in force. */
export function paint(dark: boolean): void {
  const plain = (name: string): string => styleOf(name).replace('#', '');
  monaco.editor.defineTheme('parley', {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: plain('text') }, { token: 'comment', foreground: plain('text-3') }, { token: 'keyword', foreground: plain('think') },
      { token: 'string.key.json', foreground: plain('text') }, { token: 'string.value.json', foreground: plain('talk') }, { token: 'keyword.json', foreground: plain('think') },
      { token: 'string', foreground: plain('talk') }, { token: 'number', foreground: plain('work') }, { token: 'type', foreground: plain('decide') }, { token: 'delimiter', foreground: plain('text-2') },
    ],
    colors: {
      'editor.background': styleOf('surface'), 'editor.foreground': styleOf('text'), 'editorLineNumber.foreground': styleOf('text-3'), 'editorLineNumber.activeForeground': styleOf('text'),
      'editor.lineHighlightBackground': styleOf('sunken'), 'editor.selectionBackground': styleOf('thread-soft'), 'editorIndentGuide.background1': styleOf('line'), 'editorWidget.background': styleOf('surface'), 'focusBorder': styleOf('ink'),
      'editorStickyScroll.background': styleOf('surface'), 'editorStickyScrollHover.background': styleOf('hover'), 'editorStickyScroll.border': styleOf('line'), 'editorStickyScroll.shadow': '#00000000',
      'editorError.foreground': styleOf('bad-mark'), 'editorWarning.foreground': styleOf('warn-mark'), 'editorInfo.foreground': styleOf('info-mark'),
      'editorHoverWidget.background': styleOf('surface'), 'editorHoverWidget.foreground': styleOf('text'), 'editorHoverWidget.border': styleOf('line-strong'), 'editorWidget.border': styleOf('line-strong'), 'editorWidget.foreground': styleOf('text'),
      'editorSuggestWidget.background': styleOf('surface'), 'editorSuggestWidget.foreground': styleOf('text'), 'editorSuggestWidget.border': styleOf('line-strong'), 'editorSuggestWidget.selectedBackground': styleOf('hover'), 'editorSuggestWidget.selectedForeground': styleOf('text'), 'editorSuggestWidget.highlightForeground': styleOf('thread-text'),
    },
  });
  monaco.editor.setTheme('parley');
}

/** What every editor of the studio has in common. No swatches: the id of a state begins with #, and is no colour. */
export const commonOptions: monaco.editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true, minimap: { enabled: false }, scrollBeyondLastLine: false, fontFamily: '"Geist Mono Variable", ui-monospace, Menlo, monospace', fontSize: 12, lineHeight: 18, tabSize: 2,
  glyphMargin: false, renderLineHighlight: 'line', overviewRulerLanes: 0, padding: { top: 8, bottom: 8 }, fixedOverflowWidgets: true, unicodeHighlight: { ambiguousCharacters: false }, wordWrap: 'off', contextmenu: true,
  scrollbar: { verticalScrollbarSize: 8, horizontalScrollbarSize: 8 }, colorDecorators: false, defaultColorDecorators: 'never',
};

/** The class of a place that keeps its keys: an editor is no input to the canvas beside it, which would take the space bar for its own. */
export const ownKeys = 'nokey';

export { jsonDefaults, monaco, typescriptDefaults };
