import { told, undo } from '../../commands/actions.ts';
import type { Desk } from '../../commands/actions.ts';
import { toast } from '../../ui/toast.tsx';
import { keepDraft } from './drafts.ts';
import type { Draft } from './drafts.ts';
import { judge } from './judge.ts';
import type { Wording } from './judge.ts';
import { mergeDraft } from './mergeDraft.ts';
import type { Thing } from './thing.ts';

/**
 * Puts a typed text into the drawing as one gesture, if it is JSON of the right shape; true when the text is done with. Where somebody
 * else changed the same thing meanwhile, both are shown and the person chooses.
 */
export function applyDraft(desk: Pick<Desk, 'store' | 'book' | 'nodeTypes' | 'editable'>, { thing, key, draft: { base, text }, title, say }: { thing: Thing; key: string; draft: Draft; title: string; say: Wording }): boolean {
  const { store, nodeTypes, editable } = desk;
  const { flow } = store.getState();
  const judged = judge(text, thing, { flow, nodeTypes, say });
  if (!judged.ok || !editable) return false;
  const gesture = say('json.gesture', { name: title });
  const { ops, clashes } = mergeDraft(flow, { path: thing.path, base, mine: judged.value });
  if (!told(store.changeByOps(gesture, ops))) return false;
  keepDraft(key, undefined);
  for (const op of clashes) {
    if (op.op !== 'remove') store.collide(gesture, { path: op.path, value: op.value, base: op.op === 'set' ? op.base : null });
  }
  const kept = clashes.filter(({ op }) => op === 'remove').map(({ path }) => path.join(' › '));
  if (kept.length > 0) toast(say('json.keptTheirs', { where: kept.join(', ') }));
  else if (ops.length > 0) toast(say('json.applied', { name: title }), { label: say('common.undo', {}), run: () => undo(desk) });
  return true;
}
