import { useTranslation } from 'react-i18next';
import { addAndWrite } from '../commands/adding.ts';
import { useDesigner } from '../store/designerContext.ts';
import { AddList } from './AddList.tsx';
import styles from './Palette.module.css';

/** The palette: drag a node out, or click it to add it after the chosen one. "/" searches. */
export function Palette() {
  const { t } = useTranslation();
  const desk = useDesigner();
  return (
    // Keys rise from the search inside: Escape that has nothing left to clear goes one level out.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside className={styles.palette} aria-label={t('palette.name')} data-panel="palette" onKeyDown={(event) => { if (event.key === 'Escape') desk.ui.getState().canvas?.focus(); }}>
      <AddList showKey onAdd={(addition) => addAndWrite(desk, addition)} />
    </aside>
  );
}
