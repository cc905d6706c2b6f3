import { Menu } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesigner, useUi } from '../store/designerContext.ts';
import { chosen, selected } from './actions.ts';
import { commandOf } from './commandList.ts';
import { arranging } from './list/arranging.ts';
import { editing } from './list/editing.ts';
import { looking } from './list/looking.ts';

const forThings = [['addAfter', 'connect', 'testFrom', 'enter', 'rename'], ['cut', 'copy', 'paste', 'duplicate'], ['tidy', 'frame'], ['remove']];
const forGround = [['paste', 'undo', 'redo'], ['several', 'fit', 'tidy', 'find']];

/** What can be done at a place of the canvas: by the right button, a long press, or the menu key. A choice of what the palette lists. */
export function ContextMenu() {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { ui, editable } = desk;
  const at = useUi((state) => state.menu);
  if (!at) return null;
  const known = new Map([...editing(desk), ...arranging(desk), ...looking(desk)].map((deed) => [deed.id, commandOf(deed, editable)]));
  const things = chosen(desk).length > 0;
  const needsNode = !selected(desk);
  const oneCard = chosen(desk).length === 1;
  const groups = (things ? forThings : forGround).map((ids) => ids.flatMap((id) => {
    const command = known.get(id);
    // What only nodes can do is no choice for a note, and one card alone is in order.
    return command && !(needsNode && (id === 'addAfter' || id === 'connect' || id === 'testFrom')) && !(id === 'enter' && command.why) && !(id === 'tidy' && oneCard) ? [command] : [];
  })).filter((group) => group.length > 0);
  const close = (): void => ui.setState({ menu: undefined });
  return (
    <Menu opened onClose={() => { close(); ui.getState().canvas?.focus(); }} position="bottom-start" offset={2} withinPortal returnFocus={false} trapFocus withInitialFocusPlaceholder={false}>
      <Menu.Target><Anchor at={at} /></Menu.Target>
      <Menu.Dropdown aria-label={t('arrange.menu')}>
        {groups.map((group, index) => [
          index > 0 && <Menu.Divider key={`line${index}`} />,
          ...group.map(({ id, text, keys, why, run }) => <Menu.Item key={id} disabled={why !== undefined} title={why} rightSection={keys && <kbd>{keys}</kbd>} {...(id === 'remove' && { 'data-danger': true })} onClick={() => { close(); ui.getState().canvas?.focus(); setTimeout(run, 0); }}>{text}</Menu.Item>),
        ])}
        <Menu.Divider />
        <Menu.Item rightSection={<kbd>Ctrl K</kbd>} onClick={() => { close(); ui.setState({ commands: true }); }}>{t('arrange.more')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Where the menu opens. It is no button: what a menu's button says of itself is left out. */
function Anchor({ ref, at }: { ref?: Ref<HTMLSpanElement>; at: { x: number; y: number } }) {
  return <span ref={ref} style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} />;
}
