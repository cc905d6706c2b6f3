import { drawingShown } from '../store/uiStore.ts';
import type { Desk } from './actions.ts';
import { additions } from './list/additions.ts';
import { arranging } from './list/arranging.ts';
import { chatting } from './list/chatting.ts';
import type { ChatOf } from './list/chatting.ts';
import { t } from './list/command.ts';
import type { Command, Deed } from './list/command.ts';
import { editing } from './list/editing.ts';
import { looking } from './list/looking.ts';
import { places } from './list/places.ts';

/** The groups of things to do, in the order the palette shows them; a new one is its file in `list/` and one line here. */
const deeds: readonly ((desk: Desk) => Deed[])[] = [editing, arranging, looking];

/** Everything that can be done in the designer as it stands; `bot` undefined = not known yet. */
export function commandList(desk: Desk, flowNames: Readonly<Record<string, string>>, bot: ChatOf | undefined): Command[] {
  const things = [...deeds.flatMap((group) => group(desk)), ...chatting(bot)];
  return [...places(desk, flowNames), ...(desk.editable ? additions(desk) : []), ...things.map((deed) => commandOf(deed, desk.editable))].map((command) => ({ ...command, run: () => seen(desk, command) }));
}

/** Runs a command where its effect is seen: a view that stands instead of the drawing gives way to it. */
function seen({ ui }: Desk, { anywhere, run }: Command): void {
  if (anywhere || drawingShown(ui.getState())) {
    run();
    return;
  }
  ui.setState({ view: 'design' });
  // The canvas is laid out anew when it comes back.
  requestAnimationFrame(run);
}

/** A thing to do as a command; one that changes the drawing says why it cannot run where nothing can be changed. */
export function commandOf({ edits, hint = '', ...deed }: Deed, editable: boolean): Command {
  return { ...deed, group: 'do', hint, why: edits && !editable ? t('designer.readOnly') : deed.why };
}
