import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { changeText } from './changeText.ts';
import { commonOptions, monaco, paint } from './monaco.ts';
import { giveHeadings, readerLanguage } from './readerLanguage.ts';
import type { Heading } from './readerLanguage.ts';
import styles from './Code.module.css';

/** Lines from one to another, counted from 1, both included. */
export interface Lines {
  from: number;
  to: number;
}

/**
 * Code to be read: it may change at any time without the reader losing their place. `marked` lines stand out, the most telling
 * first; that one comes into view when the `subject` of the marks becomes another. `onLine` hears where a person put the caret.
 */
export function CodeReader({ code, label, headings, marked, subject, onLine }: {
  code: string;
  label: string;
  headings: readonly Heading[];
  marked: readonly Lines[];
  subject: string;
  onLine: (line: number) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor>(undefined);
  const marks = useRef<monaco.editor.IEditorDecorationsCollection>(undefined);
  const heard = useRef(onLine);
  const scheme = useComputedColorScheme('light');
  useEffect(() => { heard.current = onLine; }, [onLine]);
  useEffect(() => paint(scheme === 'dark'), [scheme]);
  useEffect(() => {
    if (!place.current) return undefined;
    const made = monaco.editor.create(place.current, {
      ...commonOptions, value: code, language: readerLanguage(), readOnly: true, domReadOnly: true, lineNumbersMinChars: 4, folding: true, showFoldingControls: 'always', foldingStrategy: 'indentation', stickyScroll: { enabled: true, maxLineCount: 3, defaultModel: 'outlineModel' },
      ariaLabel: label, tabFocusMode: true, occurrencesHighlight: 'off',
    });
    editor.current = made;
    marks.current = made.createDecorationsCollection();
    const moves = made.onDidChangeCursorPosition(({ source, position }) => { if (source === 'mouse' || source === 'keyboard') heard.current(position.lineNumber); });
    return () => {
      moves.dispose();
      made.getModel()?.dispose();
      made.dispose();
      editor.current = undefined;
    };
    // The editor holds its own text; later values come through the effects below.
    // eslint-disable-next-line react/exhaustive-deps
  }, [label]);
  useEffect(() => {
    const made = editor.current;
    const model = made?.getModel();
    if (!made || !model) return;
    giveHeadings(model, headings);
    changeText(made, code);
  }, [code, headings]);
  useEffect(() => {
    marks.current?.set(marked.map(({ from, to }) => ({ range: new monaco.Range(from, 1, to, 1), options: { isWholeLine: true, className: styles.marked ?? null, linesDecorationsClassName: styles.bar ?? null } })));
  }, [marked, code]);
  const latest = useRef(marked);
  useEffect(() => { latest.current = marked; }, [marked]);
  const found = marked.length > 0;
  useEffect(() => {
    const made = editor.current;
    const [first] = latest.current;
    if (!made || !first || !found) return;
    const caret = made.getPosition()?.lineNumber ?? 0;
    const reading = made.hasTextFocus() && latest.current.some(({ from, to }) => caret >= from && caret <= to);
    if (reading) return;
    const seen = made.getVisibleRanges().some(({ startLineNumber, endLineNumber }) => first.from >= startLineNumber && Math.min(first.to, first.from + 4) <= endLineNumber);
    if (!seen) made.revealRangeNearTop(new monaco.Range(first.from, 1, first.to, 1), monaco.editor.ScrollType.Immediate);
    made.setPosition({ lineNumber: first.from, column: 1 });
  }, [subject, found]);
  // Code is read from left to right in every language.
  return <div ref={place} dir="ltr" style={{ width: '100%', height: '100%' }} />;
}
