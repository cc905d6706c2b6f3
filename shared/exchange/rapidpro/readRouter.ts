import { exitOf, fileTranslations, oneNode, textIn, textsIn, translated } from './nodeReader.ts';
import type { End, NodeContext, Piece } from './nodeReader.ts';
import { readCase } from './readCase.ts';
import type { Tested } from './readCase.ts';
import type { RapidproAction, RapidproCase, RapidproRouter } from './rapidproSchema.ts';
import { resultKey } from './rapidproWords.ts';
import { caseTable } from './rapidpro.table.data.ts';

/** A router in the draft: where it is entered, and the ways out that lead where an exit of the file leads. */
export interface RoutedPiece {
  entry: string;
  exits: { exit: string | undefined; ends: End[] }[];
}

/** What kind of answer a wait takes, by its tests alone. */
export function expectedBy({ cases }: RapidproRouter): 'number' | 'email' | 'phone' | 'media' | 'text' {
  const types = cases.map(({ type }) => type);
  if (types.length === 0) return 'text';
  if (types.every((type) => type.startsWith('has_number'))) return 'number';
  if (types.every((type) => type === 'has_media')) return 'media';
  return types.every((type) => type === 'has_email') ? 'email' : types.every((type) => type === 'has_phone') ? 'phone' : 'text';
}

/** Arguments of a test in every language of the flow. */
function argsOf(context: NodeContext, { uuid, arguments: args }: RapidproCase): string[] {
  return [...args, ...context.others.flatMap(({ theirs }) => translated(context, theirs, uuid, 'arguments'))];
}

/** Branches for the tests, and the default way. */
export function branch(context: NodeContext, router: RapidproRouter, { cases, tested, wanted }: { cases: readonly RapidproCase[]; tested: Tested; wanted: string }): RoutedPiece {
  const { draft, words, at } = context;
  const branches = cases.map((each, place) => {
    const entry = caseTable[each.type];
    const category = router.categories.find(({ uuid }) => uuid === each.category_uuid);
    // A file is asked for alone, or not at all.
    const file = each.type === 'has_media' && { verdict: 'leftOut' as const, says: 'A question takes files or words: beside other tests this branch is never taken.' };
    context.tell(entry ? { verdict: entry.verdict, what: entry.name, says: entry.says, ...file } : { verdict: 'leftOut', what: each.type.slice(0, 60), says: 'This test is not known here: its branch is never taken.' }, { where: category?.name ?? '' });
    // Numbers of a range, and a group's id and name, are one argument list; words of all languages are alternatives.
    const args = each.type.startsWith('has_number') || each.type === 'has_group' ? each.arguments : argsOf(context, each);
    return { exit: `b${place + 1}`, to: category?.exit_uuid ?? undefined, branch: { when: readCase(each.type, args, tested, words), label: category?.name ?? '', order: place + 1 } };
  });
  const entry = draft.add(wanted, { type: 'condition', ...at, data: { branches: Object.fromEntries(branches.map(({ exit, branch: drawn }) => [exit, drawn])) } });
  return {
    entry,
    exits: [...branches.map(({ exit, to }) => ({ exit: to, ends: [{ node: entry, exit }] })), { exit: exitOf(router, router.default_category_uuid), ends: [{ node: entry, exit: 'otherwise' }] }],
  };
}

/** Everybody leaves by one of the categories, each as likely. */
export function splitRandomly(context: NodeContext, router: RapidproRouter): RoutedPiece {
  const branches = router.categories.map(({ name, exit_uuid }, place) => ({ exit: `b${place + 1}`, to: exit_uuid ?? undefined, branch: { label: name, weight: 1, order: place + 1 } }));
  const entry = context.draft.add(context.node.uuid, { type: 'split', ...context.at, data: { branches: Object.fromEntries(branches.map(({ exit, branch: drawn }) => [exit, drawn])) } });
  return { entry, exits: branches.map(({ exit, to }) => ({ exit: to, ends: [{ node: entry, exit }] })) };
}

/** Waits for an answer to the message before it: a choice where that has quick replies, else a question; without one, a wait that a message ends. */
export function waitForAnswer(context: NodeContext, router: RapidproRouter, asked: RapidproAction | undefined): RoutedPiece {
  const { node, words } = context;
  const seconds = router.wait?.timeout?.seconds;
  const silent = exitOf(router, router.wait?.timeout?.category_uuid);
  const timeout = seconds === undefined ? {} : { timeout: `PT${Math.max(1, Math.round(seconds))}S` };
  const replies = asked ? textsIn(asked['quick_replies']) : [];
  if (asked && replies.length > 0) return offer(context, router, { asked, replies, timeout, silent });
  const key = router.result_name ? resultKey(router.result_name) : `results:answer_${node.uuid.slice(0, 4)}`;
  const { kind } = words.typeOf(key);
  const isNumber = kind === 'number';
  const expects = asked ? expectedBy(router) : 'text';
  // An answer nobody named is not needed where it is a file.
  const keeps = expects !== 'media' || kind === 'file';
  const fits = (expects !== 'number' || isNumber) && (keeps || !router.result_name);
  const save = keeps || !fits ? words.write(key) : '';
  const tested: Tested = isNumber ? { text: `string(${save})`, number: save } : { text: save, number: `number(${save}, 0)` };
  const byDefault = exitOf(router, router.default_category_uuid);
  // Tests that the question makes itself need no branch.
  const rest = router.cases.filter(({ type }) => !(asked && fits && type === { number: 'has_number', email: 'has_email', phone: 'has_phone', media: 'has_media', text: 'has_text' }[expects]));
  const first = router.cases.find((each) => !rest.includes(each));
  if (!asked) {
    const piece = oneNode(node.uuid, context, { type: 'wait', data: { until: 'duration', duration: timeout.timeout ?? 'P7D', meanwhile: 'interrupt', save } });
    const exits = [{ exit: silent, ends: [{ node: piece.entry, exit: 'next' }] }];
    return andTest(context, router, { entry: piece.entry, answered: { node: piece.entry, exit: 'interrupted' }, exits, rest, tested, otherwise: byDefault });
  }
  const question = words.template(textIn(asked, 'text'));
  const refused = fits && expects !== 'text' && byDefault !== undefined && rest.length === 0;
  const piece = oneNode(asked.uuid, context, { type: 'ask', data: { question, ...(fits && { expects }), save, ...timeout, ...(refused && { tries: 1 }) } });
  fileTranslations(context, { uuid: asked.uuid, field: 'text' }, { node: piece.entry, path: ['question'], original: question });
  const exits = [
    ...(seconds === undefined ? [] : [{ exit: silent, ends: [{ node: piece.entry, exit: 'noAnswer' }] }]),
    ...(refused ? [{ exit: byDefault, ends: [{ node: piece.entry, exit: 'invalid' }] }] : []),
  ];
  return andTest(context, router, { entry: piece.entry, answered: { node: piece.entry, exit: 'answered' }, exits, rest, tested, otherwise: first ? exitOf(router, first.category_uuid) : byDefault });
}

interface Answered {
  entry: string;
  answered: End;
  exits: RoutedPiece['exits'];
  rest: readonly RapidproCase[];
  tested: Tested;
  /** Where an answer leads that none of the tests is for. */
  otherwise: string | undefined;
}

function andTest(context: NodeContext, router: RapidproRouter, { entry, answered, exits, rest, tested, otherwise }: Answered): RoutedPiece {
  if (rest.length === 0) return { entry, exits: [...exits, { exit: otherwise, ends: [answered] }] };
  const below = { ...context, at: { x: context.at.x, y: context.at.y + 200 } };
  const tests = branch(below, { ...router, default_category_uuid: router.categories.find(({ exit_uuid }) => exit_uuid === otherwise)?.uuid ?? router.default_category_uuid }, { cases: rest, tested, wanted: `${context.node.uuid.slice(0, 30)}-test` });
  context.draft.connect(answered.node, answered.exit, tests.entry);
  return { entry, exits: [...exits, ...tests.exits] };
}

function offer(context: NodeContext, router: RapidproRouter, { asked, replies, timeout, silent }: { asked: RapidproAction; replies: string[]; timeout: { timeout?: string }; silent: string | undefined }): RoutedPiece {
  const { words, node, draft } = context;
  const byDefault = exitOf(router, router.default_category_uuid);
  const options = [...new Set(replies)].map((label, place) => ({ id: `o${place + 1}`, place, label, taken: router.cases.find((each) => takes(each, label)) }));
  const rest = router.cases.filter((each) => !options.some(({ taken }) => taken === each));
  const save = router.result_name || rest.length > 0 ? words.write(router.result_name ? resultKey(router.result_name) : `results:answer_${node.uuid.slice(0, 4)}`) : '';
  const body = words.template(textIn(asked, 'text'));
  const synonyms = ({ label, taken }: (typeof options)[number]): string => {
    const alone = taken && options.filter((other) => other.taken === taken).length === 1;
    return alone ? [...new Set(taken.arguments.flatMap((arg) => arg.split(/[\s,]+/)).filter((word) => word && word.toLowerCase() !== label.toLowerCase()))].join(', ') : '';
  };
  const other = byDefault !== undefined;
  const data = options.map((option) => [option.id, { label: words.template(option.label), ...(synonyms(option) && { synonyms: synonyms(option) }), order: option.place + 1 }] as const);
  const entry = draft.add(asked.uuid, { type: 'choice', ...context.at, data: { body, options: Object.fromEntries(data), ...(save && { save }), ...timeout, ...(other && { other }) } });
  fileTranslations(context, { uuid: asked.uuid, field: 'text' }, { node: entry, path: ['body'], original: body });
  for (const option of options) {
    const label = words.template(option.label);
    fileTranslations(context, { uuid: asked.uuid, field: 'quick_replies', place: replies.indexOf(option.label) }, { node: entry, path: ['options', option.id, 'label'], original: label });
    const original = synonyms(option);
    for (const { theirs, ours } of original && option.taken ? context.others : []) {
      const said = translated(context, theirs, option.taken?.uuid ?? '', 'arguments').flatMap((arg) => arg.split(/[\s,]+/)).filter(Boolean).join(', ');
      draft.translate(ours, entry, ['options', option.id, 'synonyms'], { original, text: said || original });
    }
  }
  const exits: RoutedPiece['exits'] = [
    ...options.map(({ id, taken }) => ({ exit: taken ? exitOf(router, taken.category_uuid) : byDefault, ends: [{ node: entry, exit: id }] })),
    ...(timeout.timeout === undefined ? [] : [{ exit: silent, ends: [{ node: entry, exit: 'noAnswer' }] }]),
  ];
  if (!other) return { entry, exits };
  return andTest(context, router, { entry, answered: { node: entry, exit: 'other' }, exits, rest, tested: { text: save, number: `number(${save}, 0)` }, otherwise: byDefault });
}

/** Whether a tapped reply would pass a test, as the flow would have decided. */
function takes({ type, arguments: args }: RapidproCase, label: string): boolean {
  const said = label.toLowerCase().trim();
  const words = said.split(/[^\p{L}\p{N}]+/u);
  const wanted = args.map((arg) => arg.toLowerCase().trim()).filter(Boolean);
  const parts = wanted.flatMap((arg) => arg.split(/[\s,]+/));
  switch (type) {
    case 'has_any_word': return parts.some((part) => words.includes(part));
    case 'has_all_words': return parts.length > 0 && parts.every((part) => words.includes(part));
    case 'has_phrase': return wanted.some((phrase) => said.includes(phrase));
    case 'has_only_phrase':
    case 'has_only_text': return wanted.includes(said);
    case 'has_beginning': return wanted.some((phrase) => said.startsWith(phrase));
    case 'has_text': return true;
    default: return false;
  }
}

/** Looks at a value and goes on. */
export function splitByValue(context: NodeContext, router: RapidproRouter): RoutedPiece {
  const text = (router.cases.every(({ type }) => type === 'has_group') ? undefined : context.words.operand(router.operand)) ?? '""';
  return branch(context, router, { cases: router.cases, tested: { text, number: `number(${text}, 0)` }, wanted: context.node.uuid });
}

/** The ends of a piece by the two ways a router behind an action knows: it went well, or it did not. */
export function byOutcome(piece: Piece, router: RapidproRouter): RoutedPiece {
  const [well, ...others] = piece.ends;
  const good = exitOf(router, router.cases[0]?.category_uuid);
  return { entry: piece.entry, exits: [...(well ? [{ exit: good, ends: [well] }] : []), { exit: exitOf(router, router.default_category_uuid) ?? good, ends: others }] };
}
