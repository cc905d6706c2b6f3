import type { ValueType } from '../../expressions/types.ts';
import { flowLimits } from '../../flow/document.ts';
import type { Problem } from '../../flow/problems.ts';
import { problemsOf } from '../../flow/problems.ts';
import type { NodeTypes } from '../../nodes/defineNode.ts';
import type { BotFile } from '../botFile.ts';
import { draftFlow } from '../draftFlow.ts';
import { placeGroups } from '../placeGroups.ts';
import type { Reporter } from '../report.ts';
import { connectPieces } from './connectPieces.ts';
import type { ReadGroup } from './connectPieces.ts';
import type { BlockReader } from './blockReader.ts';
import { textIn } from './blockReader.ts';
import { callReaders } from './blocks/calls.ts';
import { inputKinds, inputReaders } from './blocks/inputs.ts';
import { logicReaders } from './blocks/logic.ts';
import { bubbleText, talkReaders } from './blocks/talk.ts';
import { isSum } from './readSetVariable.ts';
import { typebotTable } from './typebot.table.data.ts';
import { typebotSchema } from './typebotSchema.ts';
import type { Typebot, TypebotBlock } from './typebotSchema.ts';
import { typebotWords } from './typebotWords.ts';

/** How each sort of block is read; those the table leaves out have no reader. */
export const blockReaders: Readonly<Record<string, BlockReader>> = { ...talkReaders, ...inputReaders, ...logicReaders, ...callReaders };

/** Room between the blocks of a group. */
const step = 200;

/** A bot drawn from a Typebot export, or what is wrong with the file. What becomes of each block is told to the reporter. */
export function importTypebot(json: unknown, nodeTypes: NodeTypes, { tell }: Pick<Reporter, 'tell'>): { ok: true; bot: BotFile } | { ok: false; problems: Problem[] } {
  const parsed = typebotSchema.safeParse(json);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, []).slice(0, 100) };
  const typebot = parsed.data;
  // Before anything is drawn: a flow has no more nodes, and every block is one.
  const count = typebot.groups.reduce((sum, { blocks }) => sum + blocks.length, 0);
  if (count > flowLimits.nodes) return { ok: false, problems: [{ path: 'groups', message: `At most ${flowLimits.nodes} blocks can be imported, and there are ${count}` }] };
  const draft = draftFlow({ kind: 'bot', languages: ['en'], nodeTypes });
  const words = typebotWords(typebot, draft, typesIn(typebot));
  const begin = typebot.events.find(({ type }) => type === 'start');
  const begins = draft.add(begin?.id ?? 'start', { type: 'start', x: begin?.graphCoordinates.x ?? 0, y: begin?.graphCoordinates.y ?? 0, data: { openings: {} } });
  for (const { type } of typebot.events) tellOf(type, tell, { where: 'Events', ...(type === 'start' && { node: begins }) });

  const aimed = new Set([...typebot.edges.flatMap(({ to }) => to.blockId ?? []), ...typebot.groups.flatMap(({ blocks }) => blocks.flatMap(({ options }) => textIn(options, 'blockId') || []))]);
  const places = placeGroups(typebot.groups.map((group) => ({ group, x: group.graphCoordinates.x, y: group.graphCoordinates.y, width: 320, height: (group.blocks.length + 1) * step })));
  const groups: ReadGroup[] = [...places].map(([{ group }, { x, y }]) => {
    const { blocks, title } = group;
    let before: TypebotBlock | undefined;
    const pieces = blocks.map((block, index) => {
      const at = { x, y: y + index * step };
      const next = blocks[index + 1];
      // A bubble right before an input that can only be reached through it is what the input asks.
      if (block.type === 'text' && !block.outgoingEdgeId && next && isAsked(next) && !aimed.has(next.id) && bubbleText({ block, words })) {
        before = block;
        tellOf(block.type, tell, { where: title });
        return { block, piece: { ends: [] } };
      }
      const asked = before ? bubbleText({ block: before, words }) : '';
      before = undefined;
      const differences: string[] = [];
      const question = asked || words.template(textIn(block.options, 'labels', 'placeholder')) || title || 'Your answer';
      if (!asked && isAsked(block) && block.type !== 'payment input') differences.push('No text stands before it, so its placeholder or the title of its group is its question.');
      const { name, says: usually } = typebotTable[block.type] ?? unknown(block.type);
      const reader = Object.hasOwn(blockReaders, block.type) ? blockReaders[block.type] : undefined;
      const read = reader?.({ block, draft, words, at, question, differs: (says) => differences.push(says) }) ?? { leftOut: usually };
      const place = { where: title, ...('entry' in read && read.entry !== undefined && { node: read.entry }) };
      if ('leftOut' in read) {
        const says = read.leftOut;
        draft.note(block.id, { ...at, text: `${name} was left out. ${says}` });
        tell({ verdict: 'leftOut', what: name, says }, place);
      } else if (differences.length > 0) for (const says of differences) tell({ verdict: 'approximated', what: name, says }, place);
      else tellOf(block.type, tell, place);
      return { block, piece: 'leftOut' in read ? { ends: [] } : read };
    });
    return { id: group.id, at: { x, y: y + blocks.length * step }, pieces };
  });
  connectPieces({ typebot, groups, draft, begins, first: begin?.outgoingEdgeId });

  const finished = draft.finish();
  if (!finished.ok) return finished;
  const name = typebot.name.trim().slice(0, 120) || 'Typebot';
  return { ok: true, bot: { name, main: 'main', flows: { main: { name, flow: finished.flow } }, tests: [], credentials: [], media: [] } };
}

const isAsked = ({ type }: TypebotBlock): boolean => Object.hasOwn(inputReaders, type) || type === 'payment input';

const unknown = (type: string) => ({ name: type.slice(0, 60), verdict: 'leftOut' as const, says: 'This sort of block is not known here: a note stands in its place.' });

function tellOf(type: string, tell: Reporter['tell'], place: { where: string; node?: string }): void {
  const { name, verdict, says } = typebotTable[type] ?? unknown(type);
  tell({ verdict, what: name, says }, place);
}

/** What each variable holds: the one kind that everything keeps in it, else a text. */
function typesIn({ groups, variables }: Typebot): (id: string) => ValueType {
  const kept = new Map<string, Set<string>>();
  const keep = (id: string, kind: string) => kept.set(id, (kept.get(id) ?? new Set()).add(kind));
  for (const { type, options } of groups.flatMap(({ blocks }) => blocks)) {
    const id = textIn(options, 'variableId');
    if (type === 'Set variable') keep(id, isSum(textIn(options, 'expressionToEvaluate').trim()) ? 'number' : 'text');
    else if (type === 'date input' && (options?.['isRange'] === true || options?.['hasTime'] === true)) keep(id, 'text');
    else if (id) keep(id, options?.['isMultipleChoice'] === true ? 'list' : inputKinds[type] ?? 'text');
    const offered = textIn(options, 'dynamicVariableId');
    if (offered) keep(offered, 'list');
    const mapped = options?.['responseVariableMapping'];
    if (Array.isArray(mapped)) for (const mapping of mapped) if (typeof mapping === 'object' && mapping !== null && !Array.isArray(mapping)) keep(textIn(mapping, 'variableId'), textIn(mapping, 'bodyPath') === 'statusCode' ? 'number' : 'text');
  }
  const lists = new Set(variables.flatMap(({ id, value }) => (Array.isArray(value) ? [id] : [])));
  return (id) => {
    const [kind, ...others] = kept.get(id) ?? [];
    if (lists.has(id) && (kind === undefined || (kind === 'text' && others.length === 0))) return { kind: 'list', of: { kind: 'text' } };
    if (kind === 'list' && others.length === 0) return { kind: 'list', of: { kind: 'text' } };
    if (others.length > 0) return { kind: 'text' };
    return kind === 'number' || kind === 'date' || kind === 'time' || kind === 'file' ? { kind } : { kind: 'text' };
  };
}
