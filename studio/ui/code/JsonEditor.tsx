import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { changeText } from './changeText.ts';
import { commonOptions, jsonDefaults, monaco, ownKeys, paint } from './monaco.ts';
import type { Range } from './jsonPlaces.ts';

/** Something to be said about a piece of the text. */
export interface JsonMark extends Range {
  severity: 'error' | 'warning' | 'info';
  message: string;
}

const severities = { error: monaco.MarkerSeverity.Error, warning: monaco.MarkerSeverity.Warning, info: monaco.MarkerSeverity.Info };

/** The one schema in force; the editor is made anew for another thing. */
const address = 'parley://json/thing.json';

/**
 * An editor of JSON, loaded when first shown: completes names and values from the schema and explains them. What is wrong is said by
 * whoever shows it, through `marks`: one judge, and the same words as everywhere else.
 */
export function JsonEditor({ text, schema, readOnly, label, marks, onChange, onSave }: {
  text: string;
  schema: unknown;
  readOnly: boolean;
  label: string;
  marks: readonly JsonMark[];
  onChange: (text: string) => void;
  /** Ctrl+S or Ctrl+Enter. */
  onSave: () => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor>(undefined);
  const told = useRef({ onChange, onSave });
  const giving = useRef(false);
  const scheme = useComputedColorScheme('light');
  useEffect(() => { told.current = { onChange, onSave }; }, [onChange, onSave]);
  useEffect(() => paint(scheme === 'dark'), [scheme]);
  useEffect(() => {
    jsonDefaults.setDiagnosticsOptions({ validate: false, schemaValidation: 'ignore', enableSchemaRequest: false, schemas: [{ uri: 'parley://schema/thing.json', fileMatch: [address], schema }] });
  }, [schema]);
  useEffect(() => {
    if (!place.current) return undefined;
    const uri = monaco.Uri.parse(address);
    monaco.editor.getModel(uri)?.dispose();
    const model = monaco.editor.createModel(text, 'json', uri);
    model.updateOptions({ tabSize: 2, insertSpaces: true });
    const made = monaco.editor.create(place.current, {
      ...commonOptions, model, readOnly, domReadOnly: readOnly, lineNumbersMinChars: 3, folding: true, stickyScroll: { enabled: true, maxLineCount: 3 }, ariaLabel: label, tabFocusMode: true,
      quickSuggestions: { strings: true, other: true, comments: false }, wordWrap: 'on', wrappingIndent: 'indent',
      // What a suggestion or another edit put between the quotes does not make the closing one a second one.
      autoClosingOvertype: 'always', autoClosingDelete: 'always',
    });
    editor.current = made;
    const changes = made.onDidChangeModelContent(() => { if (!giving.current) told.current.onChange(made.getValue()); });
    const keys = made.onKeyDown((event) => {
      if (!(event.ctrlKey || event.metaKey) || (event.keyCode !== monaco.KeyCode.KeyS && event.keyCode !== monaco.KeyCode.Enter)) return;
      event.preventDefault();
      event.stopPropagation();
      told.current.onSave();
    });
    return () => {
      keys.dispose();
      changes.dispose();
      made.dispose();
      model.dispose();
      editor.current = undefined;
    };
    // The editor holds its own text; later values come through the effect below.
    // eslint-disable-next-line react/exhaustive-deps
  }, [label, readOnly]);
  useEffect(() => {
    const made = editor.current;
    if (!made || made.getValue() === text) return;
    giving.current = true;
    changeText(made, text);
    giving.current = false;
  }, [text]);
  useEffect(() => {
    const model = editor.current?.getModel();
    if (!model) return;
    monaco.editor.setModelMarkers(model, 'parley', marks.map(({ start, end, severity, message }) => {
      const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
      return { severity: severities[severity], message, startLineNumber: from.lineNumber, startColumn: from.column, endLineNumber: to.lineNumber, endColumn: to.column };
    }));
  }, [marks, text]);
  return <div ref={place} className={ownKeys} dir="ltr" style={{ width: '100%', height: '100%' }} />;
}
