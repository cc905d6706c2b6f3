import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { monaco, paint, typescriptDefaults } from './monaco.ts';

/** A code editor, loaded when first shown. `types` are declarations the code may use; `line` is brought into view. */
export function CodeEditor({ code, language, readOnly = false, label, types, line, onChange, onBlur }: {
  code: string;
  language: 'typescript';
  readOnly?: boolean;
  label: string;
  types?: string;
  line?: number | undefined;
  onChange?: (code: string) => void;
  onBlur?: () => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor>(undefined);
  const told = useRef({ onChange, onBlur });
  const scheme = useComputedColorScheme('light');
  useEffect(() => { told.current = { onChange, onBlur }; }, [onChange, onBlur]);
  useEffect(() => paint(scheme === 'dark'), [scheme]);
  useEffect(() => {
    if (!place.current) return undefined;
    const made = monaco.editor.create(place.current, {
      value: code, language, readOnly, automaticLayout: true, minimap: { enabled: false }, scrollBeyondLastLine: false, fontFamily: '"Geist Mono Variable", ui-monospace, Menlo, monospace', fontSize: 12, lineHeight: 18, tabSize: 2,
      lineNumbersMinChars: readOnly ? 4 : 3, folding: readOnly, glyphMargin: false, renderLineHighlight: 'line', overviewRulerLanes: 0, padding: { top: 8, bottom: 8 }, ariaLabel: label, fixedOverflowWidgets: true, wordWrap: 'off', contextmenu: true, tabFocusMode: readOnly,
      scrollbar: { verticalScrollbarSize: 8, horizontalScrollbarSize: 8 },
    });
    editor.current = made;
    const changes = made.onDidChangeModelContent(() => told.current.onChange?.(made.getValue()));
    const blurs = made.onDidBlurEditorText(() => told.current.onBlur?.());
    return () => {
      changes.dispose();
      blurs.dispose();
      made.getModel()?.dispose();
      made.dispose();
      editor.current = undefined;
    };
    // The editor holds its own text; later values come through the effect below.
    // eslint-disable-next-line react/exhaustive-deps
  }, [language, readOnly, label]);
  useEffect(() => {
    const made = editor.current;
    if (!made || made.getValue() === code || made.hasTextFocus()) return;
    const top = made.getScrollTop();
    made.setValue(code);
    made.setScrollTop(top);
  }, [code]);
  useEffect(() => {
    if (types === undefined) return undefined;
    const library = typescriptDefaults.addExtraLib(types, 'ts:parley/input.d.ts');
    return () => library.dispose();
  }, [types]);
  useEffect(() => {
    if (line === undefined) return;
    editor.current?.revealLineInCenter(line);
    editor.current?.setPosition({ lineNumber: line, column: 1 });
  }, [line]);
  return <div ref={place} style={{ width: '100%', height: '100%' }} />;
}
