import type { Desk } from '../actions.ts';
import { addAndWrite, addNote } from '../adding.ts';
import { frameSelection } from '../arranging.ts';
import { t } from './command.ts';
import type { Command } from './command.ts';

/** What can be put on the drawing: every type of node, a note, a frame. */
export function additions(desk: Desk): Command[] {
  const types = Object.values(desk.nodeTypes).filter(({ type }) => type !== 'start').map(({ type, label, doc }): Command => ({
    id: `add:${type}`, group: 'add', text: label, hint: doc, icon: type, run: () => addAndWrite(desk, { type }),
  }));
  return [
    ...types,
    { id: 'add:note', group: 'add', text: t('canvas.note'), hint: t('canvas.noteHelp'), keys: 'N', run: () => addNote(desk) },
    { id: 'add:frame', group: 'add', text: t('frame.name'), hint: t('frame.help'), keys: 'F', run: () => frameSelection(desk) },
  ];
}
