/** A toast's line with its way back. */
export function UndoToast({ text, label, onUndo }: { text: string; label: string; onUndo: () => void }) {
  return (
    <span style={{ display: 'flex', gap: 16, justifyContent: 'space-between' }}>
      {text}
      <button type="button" onClick={onUndo} style={{ background: 'none', border: 0, padding: 0, fontWeight: 600, color: 'inherit', cursor: 'pointer', textDecoration: 'underline' }}>{label}</button>
    </span>
  );
}
