import { monaco } from './monaco.ts';
import { textEdits } from './textEdits.ts';

/**
 * Gives an editor another text by the edits between the two: caret, folds and selection stay where they are in the text, and the
 * line at the top stays at the top, whatever came in above it.
 */
export function changeText(editor: monaco.editor.ICodeEditor, text: string): void {
  const model = editor.getModel();
  if (!model) return;
  const edits = textEdits(model.getValue(), text);
  if (edits.length === 0) return;
  const top = editor.getVisibleRanges()[0]?.startLineNumber ?? 1;
  const under = editor.getScrollTop() - editor.getTopForLineNumber(top);
  const [kept = ''] = model.deltaDecorations([], [{ range: new monaco.Range(top, 1, top, 1), options: { stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges } }]);
  const operations = edits.map(({ start, end, text: by }) => ({ range: monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)), text: by }));
  // Where somebody types, this is one more step they can take back.
  if (editor.getOption(monaco.editor.EditorOption.readOnly)) model.applyEdits(operations);
  else model.pushEditOperations([], operations, () => null);
  const now = model.getDecorationRange(kept)?.startLineNumber ?? top;
  model.deltaDecorations([kept], []);
  editor.setScrollTop(editor.getTopForLineNumber(now) + under, monaco.editor.ScrollType.Immediate);
}
