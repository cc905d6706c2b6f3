import { oneNode, textIn } from './nodeReader.ts';
import type { End, FlowContext, NodeContext, Piece } from './nodeReader.ts';
import { actionReaders } from './actions.ts';
import { placeGroups } from '../placeGroups.ts';
import { actionTable, partTable } from './rapidpro.table.data.ts';
import type { RapidproAction, RapidproFlow, RapidproNode, RapidproRouter } from './rapidproSchema.ts';
import { byOutcome, splitByValue, splitRandomly, waitForAnswer } from './readRouter.ts';
import type { RoutedPiece } from './readRouter.ts';
import { resultKey } from './rapidproWords.ts';

/** Actions whose outcome the router behind them looks at. */
const outcomes = ['call_webhook', 'call_resthook', 'enter_flow', 'call_llm', 'call_classifier', 'transfer_airtime', 'open_ticket'];
const step = 200;

/** The message that each waiting node asks with: the last one before it, when nobody comes to the wait another way. */
export function questionsOf(flow: RapidproFlow): Map<string, RapidproAction> {
  const asked = new Map<string, RapidproAction>();
  const into = new Map<string, RapidproNode[]>();
  for (const node of flow.nodes) {
    for (const to of new Set(node.exits.map(({ destination_uuid }) => destination_uuid ?? ''))) into.set(to, [...(into.get(to) ?? []), node].slice(0, 2));
  }
  for (const node of flow.nodes.filter(({ router }) => router?.wait?.type === 'msg')) {
    const own = node.actions.at(-1);
    const before = into.get(node.uuid) ?? [];
    const [only] = before;
    const action = own ?? (before.length === 1 && only && !only.router && only.exits.length === 1 ? only.actions.at(-1) : undefined);
    if (action?.type === 'send_msg' && textIn(action, 'text')) asked.set(node.uuid, action);
  }
  return asked;
}

/** Draws the nodes of a flow and its notes; what leads nowhere leads to an end. */
export function readFlow(context: FlowContext): void {
  const { flow, draft, tell } = context;
  const asked = questionsOf(flow);
  const absorbed = new Set([...asked.values()].map(({ uuid }) => uuid));
  const placed = placeGroups(flow.nodes.map((node, index) => {
    const position = flow._ui?.nodes[node.uuid]?.position ?? { left: 320, top: index * step };
    return { node, x: position.left * 1.4 + 400, y: position.top, width: 320, height: (node.actions.length + (node.router ? 2 : 1)) * step };
  }));
  const entries = new Map<string, string>();
  const byId = new Map(flow.nodes.map((node) => [node.uuid, node]));
  const routed: { node: RapidproNode; at: { x: number; y: number }; exits: RoutedPiece['exits'] }[] = [];
  for (const [{ node }, at] of placed) {
    const read = readNode({ ...context, node, at, differs: () => undefined }, asked.get(node.uuid), absorbed);
    if (read.entry !== undefined) entries.set(node.uuid, read.entry);
    routed.push({ node, at, exits: read.exits });
  }
  /** A node of which nothing is left is gone through; a round of them leads nowhere. */
  const entryOf = (uuid: string | null | undefined): string | undefined => {
    const seen = new Set<RapidproNode>();
    let node = byId.get(uuid ?? '');
    while (node && !seen.has(node)) {
      const entry = entries.get(node.uuid);
      if (entry !== undefined) return entry;
      seen.add(node);
      node = byId.get(node.exits[0]?.destination_uuid ?? '');
    }
    return undefined;
  };
  for (const { node, at, exits } of routed) {
    let end: string | undefined;
    for (const { exit, ends } of exits) {
      const to = entryOf(node.exits.find(({ uuid }) => uuid === exit)?.destination_uuid);
      if (to === undefined && ends.length > 0) end ??= draft.add(`${node.uuid.slice(0, 32)}-end`, { type: 'end', x: at.x + 320, y: at.y, data: {} });
      for (const from of ends) if (to ?? end) draft.connect(from.node, from.exit, to ?? end ?? '');
    }
  }
  const first = entryOf(flow.nodes[0]?.uuid) ?? draft.add('end', { type: 'end', x: 400, y: 0, data: {} });
  draft.connect(draft.add('start', { type: 'start', x: 0, y: 0, data: { openings: {} } }), 'next', first);
  for (const [id, { position, title, body }] of Object.entries(flow._ui?.stickies ?? {})) {
    draft.note(id, { x: position.left * 1.4 + 400, y: position.top, text: [title, body].filter(Boolean).join('\n') });
    tellPart('sticky', tell, title);
  }
}

function readNode(node: NodeContext, asked: RapidproAction | undefined, absorbed: ReadonlySet<string>): { entry?: string; exits: RoutedPiece['exits'] } {
  const { actions, router, exits, uuid } = node.node;
  let entry: string | undefined;
  let open: End[] = [];
  let below = node.at.y;
  const follow = (piece: Piece) => {
    entry ??= piece.entry;
    for (const end of open) node.draft.connect(end.node, end.exit, piece.entry);
    open = piece.ends;
  };
  const last = actions.at(-1);
  for (const action of actions) {
    // What a wait asks with is said there.
    if (absorbed.has(action.uuid)) {
      tellAction(action, { ...node, at: { ...node.at, y: below } }, 'mapped');
      continue;
    }
    const context = contextOf(action, node, below);
    const classified = action.type === 'call_classifier' && router && action === last ? classify(action, router, context) : undefined;
    if (classified) {
      follow({ entry: classified.entry, ends: [] });
      return { ...(entry !== undefined && { entry }), exits: classified.exits };
    }
    const piece = Object.hasOwn(actionReaders, action.type) ? actionReaders[action.type]?.(action, context) : undefined;
    tellAction(action, context, piece ? 'mapped' : 'leftOut', piece?.entry);
    if (piece) {
      follow(piece);
      below += step;
    }
  }
  if (!router) return { ...(entry !== undefined && { entry }), exits: [{ exit: exits[0]?.uuid, ends: open }] };
  const context = { ...contextOf(last ?? { uuid, type: 'router' }, node, below) };
  tellPart(router.type === 'random' ? 'router:random' : 'router:switch', node.tell, node.flow.name);
  if (router.wait) tellPart(`wait:${router.wait.type}`, node.tell, node.flow.name);
  const before = last && outcomes.includes(last.type) && !router.wait && open.length > 1 ? { entry: open[0]?.node ?? '', ends: open } : undefined;
  if (before) return { ...(entry !== undefined && { entry }), exits: byOutcome(before, router).exits };
  const drawn = router.type === 'random' ? splitRandomly(context, router) : router.wait?.type === 'msg' ? waitForAnswer(context, router, asked) : splitByValue(context, router);
  follow({ entry: drawn.entry, ends: [] });
  return { ...(entry !== undefined && { entry }), exits: drawn.exits };
}

function contextOf({ type }: Pick<RapidproAction, 'type' | 'uuid'>, node: NodeContext, below: number): NodeContext {
  return { ...node, at: { ...node.at, y: below }, differs: (what, says) => node.tell({ verdict: 'approximated', what: what || type, says }, { where: node.flow.name }) };
}

/** Intents as options; each leaves where the category of its test leaves. */
function classify(action: RapidproAction, router: RapidproRouter, context: NodeContext): RoutedPiece {
  const intents = router.cases.map((each, place) => ({ id: `o${place + 1}`, to: router.categories.find(({ uuid }) => uuid === each.category_uuid), option: { label: each.arguments[0] ?? `Intent ${place + 1}`, description: router.categories.find(({ uuid }) => uuid === each.category_uuid)?.name ?? '', order: place + 1 } }));
  const name = textIn(action, 'result_name');
  const piece = oneNode(action.uuid, context, { type: 'classify', data: { text: context.words.text(textIn(action, 'input')), options: Object.fromEntries(intents.map(({ id, option }) => [id, option])), ...(name && { save: context.words.write(resultKey(name)) }) }, exits: ['unsure'] });
  tellAction(action, context, 'mapped', piece.entry);
  return {
    entry: piece.entry,
    exits: [...intents.map(({ id, to }) => ({ exit: to?.exit_uuid ?? undefined, ends: [{ node: piece.entry, exit: id }] })), { exit: router.categories.find(({ uuid }) => uuid === router.default_category_uuid)?.exit_uuid ?? undefined, ends: piece.ends }],
  };
}

function tellAction(action: RapidproAction, { tell, draft, at, flow }: NodeContext, became: 'mapped' | 'leftOut', node?: string): void {
  const entry = actionTable[action.type] ?? { name: action.type.slice(0, 60), verdict: 'leftOut' as const, says: 'This action is not known here: a note stands in its place.' };
  const verdict = became === 'leftOut' ? 'leftOut' : entry.verdict;
  if (verdict === 'leftOut') draft.note(action.uuid, { ...at, text: `${entry.name} was left out. ${entry.says}` });
  tell({ verdict, what: entry.name, says: entry.says }, { where: flow.name, ...(node !== undefined && { node }) });
}

function tellPart(part: string, tell: FlowContext['tell'], where: string): void {
  const entry = partTable[part] ?? { name: part.slice(0, 60), verdict: 'leftOut' as const, says: 'This is not known here.' };
  tell({ verdict: entry.verdict, what: entry.name, says: entry.says }, { where });
}
