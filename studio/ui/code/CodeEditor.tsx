import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { commonOptions, monaco, ownKeys, paint, typescriptDefaults } from './monaco.ts';

/** An editor of programs, loaded when first shown. `types` are declarations the code may use. */
export function CodeEditor({ code, language, readOnly = false, label, types, onChange, onBlur }: {
  code: string;
  language: 'typescript';
  readOnly?: boolean;
  label: string;
  types?: string;
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
      ...commonOptions, value: code, language, readOnly, lineNumbersMinChars: 3, folding: readOnly, ariaLabel: label, tabFocusMode: readOnly,
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
  return <div ref={place} className={ownKeys} style={{ width: '100%', height: '100%' }} />;
}
