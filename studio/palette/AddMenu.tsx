import { useClickOutside } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { addAndWrite } from '../commands/adding.ts';
import { useDesigner, useUi } from '../store/designerContext.ts';
import { AddList } from './AddList.tsx';
import styles from './Palette.module.css';

/** What can be added at a place of the canvas: opened by A, by dropping an edge on empty ground, or in the middle of an edge. */
export function AddMenu() {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { ui } = desk;
  const adding = useUi((state) => state.adding);
  const close = (): void => { ui.setState({ adding: undefined }); };
  const box = useClickOutside<HTMLDivElement>(close);
  if (!adding) return null;
  const left = Math.min(adding.screen.x, globalThis.innerWidth - 232);
  const top = Math.min(adding.screen.y, globalThis.innerHeight - 376);
  const { at, after } = adding;
  return (
    // Keys rise from the search inside: Escape closes from anywhere in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div ref={box} className={styles.menu} style={{ left: Math.max(8, left), top: Math.max(8, top) }} role="dialog" aria-label={t('palette.addHere')} onKeyDown={(event) => {
      event.stopPropagation();
      if (event.key !== 'Escape') return;
      close();
      ui.getState().canvas?.focus();
    }}>
      <AddList autoFocus onAdd={(addition) => {
        close();
        addAndWrite(desk, { ...addition, ...(at && { at }), ...(after && { after }) });
      }} />
    </div>
  );
}
