import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** A button of the header that opens a short list below it; Escape, a tap elsewhere and a choice close it and give the keyboard back. */
export function Menu({ label, face, children }: { label: string; face: ComponentChildren; children: (choose: (then: () => void) => () => void) => ComponentChildren }) {
  const [open, setOpen] = useState(false);
  const home = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  useEffect(() => {
    if (!open) return undefined;
    home.current?.querySelector<HTMLElement>('.items button')?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    const onPointer = (event: Event) => {
      if (event.target instanceof Node && !home.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPointer);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPointer);
    };
  }, [open]);

  return (
    <div class="menu" ref={home}>
      <button type="button" ref={button} aria-label={label} aria-haspopup="true" aria-expanded={open} onClick={() => setOpen(!open)}>{face}</button>
      {open && <div class="items">{children((then) => () => { close(); then(); })}</div>}
    </div>
  );
}
