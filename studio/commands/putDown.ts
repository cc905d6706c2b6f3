import { fieldsOf } from '@parley/shared/nodes/readNode';
import i18next from 'i18next';
import { sentenceOf } from '../api/ApiFailure.ts';
import { createSubflow } from '../api/flows.ts';
import type { Point } from '../canvas/geometry.ts';
import { toast, toastError } from '../ui/toast.tsx';
import { select, told } from './actions.ts';
import type { Desk } from './actions.ts';
import type { Clip } from './edits/clip.ts';
import { structuredCloneJson } from './edits/nodes.ts';
import { pasteClip, withIds } from './edits/pasteClip.ts';
import type { Pasted } from './edits/pasteClip.ts';
import { withSubflows } from './subflowGesture.ts';

const t = (key: string, options?: Record<string, unknown>): string => i18next.t(key, options ?? {});

/**
 * Puts a piece of a drawing down as one gesture: at a place, where the pointer is, or where people look. Flows that it calls and
 * this bot lacks are made first and belong to it. Says what had to be called otherwise and what stayed behind; true when it was put down.
 */
export async function putDown(desk: Desk, clip: Clip, { at, from, begin }: { at?: Point; from?: string; begin?: string | undefined } = {}): Promise<boolean> {
  const { store, ui, random, nodeTypes, book, flowId } = desk;
  const { canvas } = ui.getState();
  const place = at ?? canvas?.pointer() ?? canvas?.middle() ?? { x: 0, y: 0 };
  const brought = await bringFlows(desk, clip);
  const nodes = Object.fromEntries(Object.entries(clip.nodes).map(([id, node]) => [id, { ...node, data: withIds(node.data, brought.ids) }]));
  const count = Object.keys(clip.nodes).length + Object.keys(clip.notes).length + Object.keys(clip.frames ?? {}).length;
  let pasted: Pasted = { ids: new Map(), renamed: [], languages: [] };
  const known = flowId === book.main ? undefined : book.flows.getState()[book.main]?.store.getState().flow.variables;
  const done = store.change(t('gesture.paste', { count }), (flow) => { pasted = pasteClip(flow, { ...clip, nodes }, { at: place, random, nodeTypes, known, begin }); }, brought.ids.size > 0 ? { joint: withSubflows(desk, [...brought.ids.values()], true) } : {});
  if (!told(done)) return false;
  select(desk, [...pasted.ids.values()], { reveal: true });
  canvas?.focus();
  const words = remarks(desk, pasted, { names: brought.names, from });
  if (words.length > 0) toast(`${words.join('. ')}.`);
  return true;
}

/** What somebody who pastes should know, in short sentences. */
function remarks({ store, nodeTypes }: Desk, { ids, renamed, languages }: Pasted, { names, from }: { names: string[]; from: string | undefined }): string[] {
  const [first, ...others] = renamed;
  const { flow } = store.getState();
  const secret = [...ids.values()].some((id) => {
    const node = flow.nodes[id];
    const type = node && nodeTypes[node.type];
    return type && fieldsOf(type, node.data).some(({ meta, value }) => meta.widget === 'credential' && typeof value === 'string' && value !== '');
  });
  return [
    ...(from ? [t('pasted.file', { name: from })] : []),
    ...(first ? [[t('pasted.renamed', first), ...(others.length > 0 ? [t('pasted.renamedMore', { count: others.length })] : [])].join(', ')] : []),
    ...(names.length > 0 ? [t('pasted.flows', { count: names.length, names: names.join(', ') })] : []),
    ...(languages.length > 0 ? [t('pasted.languages', { names: languages.join(', ') })] : []),
    ...(secret && (names.length > 0 || from) ? [t('pasted.credentials')] : []),
  ];
}

/** Makes the called flows that this bot lacks; gives their new ids by the old and what they are called. */
async function bringFlows({ book }: Desk, clip: Clip): Promise<{ ids: Map<string, string>; names: string[] }> {
  const known = book.flows.getState();
  const missing = Object.entries(clip.flows ?? {}).filter(([id]) => !known[id]);
  const ids = new Map<string, string>();
  const names: string[] = [];
  try {
    for (const [id, { name }] of missing) {
      const head = await createSubflow(book.botId, freeName(Object.values(book.flows.getState()).map(({ head: { name: taken } }) => taken), name));
      await book.add(head);
      ids.set(id, head.id);
      names.push(head.name);
    }
  } catch (error) {
    toastError(t('pasted.flowsFailed', { why: sentenceOf(error) }));
  }
  for (const [id, { flow }] of missing) {
    const made = ids.get(id);
    const store = made === undefined ? undefined : book.flows.getState()[made]?.store;
    if (!store) continue;
    const nodes = Object.fromEntries(Object.entries(flow.nodes).map(([key, node]) => [key, { ...node, data: withIds(node.data, ids) }]));
    const { variables, edges, notes, translations, settings } = structuredCloneJson(flow);
    told(store.change(t('gesture.paste', { count: Object.keys(nodes).length }), (draft) => { Object.assign(draft, { nodes, variables, edges, notes, translations, settings, frames: flow.frames ?? {} }); }, { unnoted: true }));
  }
  return { ids, names };
}

function freeName(taken: readonly string[], wanted: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted.slice(0, 110)} ${number}`;
    if (!taken.includes(name)) return name;
  }
}
