import { useTranslation } from 'react-i18next';
import { useDesigner } from '../store/designerContext.ts';
import { takeFocusAndSelect } from '../ui/takeFocus.ts';

/** Renames a node where it stands: Enter keeps, Escape leaves it as it was. */
export function TitleInput({ id, title, className }: { id: string; title: string; className: string }) {
  const { t } = useTranslation();
  const { store, ui } = useDesigner();
  const end = (): void => ui.setState({ renaming: undefined });
  const keep = (value: string): void => {
    const name = value.trim().slice(0, 120);
    if (name && name !== title) store.change(t('gesture.rename', { name }), (flow) => { const node = flow.nodes[id]; if (node) node.title = name; });
    end();
  };
  return (
    <input
      className={`${className} nodrag`} dir="auto" aria-label={t('canvas.title')} defaultValue={title} ref={takeFocusAndSelect}
      onBlur={(event) => keep(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') keep(event.currentTarget.value);
        if (event.key === 'Escape') end();
        // The field goes away; the keyboard stays on the canvas.
        if (event.key === 'Enter' || event.key === 'Escape') ui.getState().canvas?.focus();
      }}
    />
  );
}
