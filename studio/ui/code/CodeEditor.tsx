import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { commonOptions, monaco, ownKeys, paint, typescriptDefaults } from './monaco.ts';
import styles from './Code.module.css';

/** An editor of programs, loaded when first shown. `types` are declarations the code may use; the `failed` line stands out and comes into view. */
export function CodeEditor({ code, language, readOnly = false, label, types, failed, onChange, onBlur, onRun }: {
  code: string;
  language: 'typescript';
  readOnly?: boolean;
  label: string;
  types?: string;
  failed?: number | undefined;
  onChange?: (code: string) => void;
  onBlur?: () => void;
  /** Ctrl+Enter. */
  onRun?: () => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor>(undefined);
  const told = useRef({ onChange, onBlur, onRun });
  const scheme = useComputedColorScheme('light');
  useEffect(() => { told.current = { onChange, onBlur, onRun }; }, [onChange, onBlur, onRun]);
  useEffect(() => paint(scheme === 'dark'), [scheme]);
  useEffect(() => {
    if (!place.current) return undefined;
    const made = monaco.editor.create(place.current, {
      ...commonOptions, value: code, language, readOnly, lineNumbersMinChars: 3, folding: readOnly, ariaLabel: label, tabFocusMode: readOnly,
    });
    editor.current = made;
    const changes = made.onDidChangeModelContent(() => told.current.onChange?.(made.getValue()));
    const blurs = made.onDidBlurEditorText(() => told.current.onBlur?.());
    const keys = made.onKeyDown((event) => {
      const { onRun: run } = told.current;
      if (!run || !(event.ctrlKey || event.metaKey) || event.keyCode !== monaco.KeyCode.Enter) return;
      event.preventDefault();
      event.stopPropagation();
      run();
    });
    return () => {
      keys.dispose();
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
    const made = editor.current;
    if (!made || failed === undefined) return undefined;
    const mark = made.createDecorationsCollection([{ range: new monaco.Range(failed, 1, failed, 1), options: { isWholeLine: true, className: styles.failed ?? null, linesDecorationsClassName: styles.failedBar ?? null } }]);
    made.revealLineInCenterIfOutsideViewport(failed, monaco.editor.ScrollType.Immediate);
    return () => mark.clear();
  }, [failed]);
  return <div ref={place} className={ownKeys} style={{ width: '100%', height: '100%' }} />;
}
