import { useTranslation } from 'react-i18next';
import { add } from '../commands/actions.ts';
import { useDesigner } from '../store/designerContext.ts';
import { AddList } from './AddList.tsx';
import styles from './Palette.module.css';

/** The palette: drag a node out, or click it to add it after the chosen one. "/" searches. */
export function Palette() {
  const { t } = useTranslation();
  const desk = useDesigner();
  return (
    <aside className={styles.palette} aria-label={t('palette.name')} data-panel="palette">
      <AddList showKey onAdd={(type) => { if (add(desk, { type })) desk.ui.getState().canvas?.focus(); }} />
    </aside>
  );
}
