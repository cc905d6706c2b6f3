import { chosen } from '../actions.ts';
import type { Desk } from '../actions.ts';
import { alignSelection, distributeSelection, frameSelection, tidySelection } from '../arranging.ts';
import { alignments, directions } from '../edits/arrange.ts';
import type { Alignment, Spread } from '../edits/arrange.ts';
import { t } from './command.ts';
import type { Deed } from './command.ts';

/** The key of each way to arrange, all with Alt and Shift: an arrow for an edge, a letter for a middle or for gaps. */
export const arrangeKeys: Readonly<Record<Alignment | Spread, string>> = { left: '←', right: '→', top: '↑', bottom: '↓', centre: 'C', middle: 'M', across: 'H', down: 'V' };

/** Bringing order into what is chosen, or into everything. */
export function arranging(desk: Desk): Deed[] {
  const count = chosen(desk).length;
  const cards = chosen(desk).filter((id) => desk.store.getState().flow.nodes[id]).length;
  const [two, three] = [count >= 2 ? undefined : t('arrange.needsTwo'), count >= 3 ? undefined : t('arrange.needsThree')];
  return [
    ...alignments.map((how): Deed => ({ id: `align:${how}`, text: t(`arrange.${how}`), keys: `Alt Shift ${arrangeKeys[how]}`, why: two, edits: true, run: () => alignSelection(desk, how) })),
    ...directions.map((along): Deed => ({ id: `distribute:${along}`, text: t(`arrange.${along}`), keys: `Alt Shift ${arrangeKeys[along]}`, why: three, edits: true, run: () => distributeSelection(desk, along) })),
    { id: 'tidy', text: t(cards > 1 ? 'arrange.tidySelection' : 'canvas.tidy'), keys: 'L', edits: true, run: () => void tidySelection(desk) },
    ...(count > 0 ? [{ id: 'frame', text: t('frame.around'), keys: 'F', edits: true, run: () => frameSelection(desk) }] : []),
  ];
}
