import { errorState, silenceState } from '../../machine/machine.ts';
import { describe } from '../../expressions/describe.ts';
import type { Expression, ValueType } from '../../expressions/types.ts';
import { readEachItem } from '../../nodes/eachItem.ts';
import type { FieldMeta } from '../../nodes/fields.ts';
import type { Check, Found } from '../check.ts';
import { deleteNode, nextOf } from '../fixes/deleteNode.ts';
import type { Place } from '../paths/place.ts';
import type { Subject } from '../subject.ts';
import { inNode, ofSpot, quoted } from '../where.ts';

const required: Readonly<Record<string, string>> = { media: 'has no file yet', collection: 'names no collection of records yet' };

/** Something people would read that is empty, an expression that was never written, a file or collection that was never chosen, a node that does nothing. */
export const empty: Check = {
  name: 'empty',
  holds: 'Nothing that is said is empty',
  counts: 'texts',
  find(subject) {
    return [...emptyTexts(subject), ...notWritten(subject), ...notChosen(subject), ...idle(subject)];
  },
};

function emptyTexts(subject: Subject): Found[] {
  const { texts } = subject.drawing.machine;
  const found = new Map<string, Found>();
  for (const { place, key, kind, part } of subject.said) {
    const template = Object.values(texts[key] ?? {})[0] ?? [];
    if (template.some((piece) => typeof piece !== 'string' || piece.trim() !== '')) continue;
    const { name, ...where } = ofSpot(subject, place, { cel: '', text: key });
    const what = part ?? (kind === 'choiceLabel' ? 'An option' : kind === 'choiceBody' ? 'The question' : 'A text');
    if (!found.has(key)) found.set(key, { severity: 'error', ...where, message: `${what} of ${name} is empty, so people would read nothing there.`, here: 'Empty: people would read nothing here.' });
  }
  return [...found.values()];
}

function notWritten(subject: Subject): Found[] {
  const found = new Map<string, Found>();
  for (const { place, expression, list } of subject.expressions) {
    const each = readEachItem(expression.cel);
    const typed = each ? each.body : expression.cel;
    if (typed.trim() !== '') continue;
    const { name, ...where } = ofSpot(subject, place, { cel: typed });
    const here = askFor(expression, list);
    const key = `${where.flow} ${where.nodeId ?? ''} ${where.field ?? ''}`;
    if (!found.has(key)) found.set(key, { severity: 'error', ...where, message: `An expression is missing in ${name}. ${here}`, here });
  }
  return [...found.values()];
}

/** What to write where nothing is, with an example that fits. */
function askFor({ type }: Expression, list: boolean): string {
  if (list) return 'Write what gives a list, for example orders.';
  if (!type) return 'Write an expression, for example price * 2.';
  return type.kind === 'boolean' ? 'Write a condition, for example age >= 18.' : `Write what gives ${describe(type)}, for example ${examples[type.kind]}.`;
}

const examples: Record<Exclude<ValueType['kind'], 'boolean'>, string> = {
  text: 'upper(name)', number: 'price * 2', date: 'addDays(today(), 1)', time: 'time("09:30")', datetime: 'now()', duration: 'duration("PT1H")', list: 'orders', object: 'order', file: 'photo',
};

/** What a node without this field has not; undefined for a field that may be left empty. */
function lacking({ widget, sentAs }: FieldMeta): string | undefined {
  return sentAs === undefined ? required[widget] : required['media'];
}

function notChosen(subject: Subject): Found[] {
  return subject.nodes.flatMap((node) => node.fields
    .filter(({ meta, shown, value }) => shown && lacking(meta) !== undefined && (value === null || value === '' || value === undefined))
    .map(({ path, meta }): Found => ({ severity: 'error', ...inNode(node, path), message: `${quoted(node.name)} ${lacking(meta) ?? ''}.`, here: `It ${lacking(meta) ?? ''}.` })));
}

/** A node that only leads on: it says nothing, asks nothing and changes nothing. */
function idle(subject: Subject): Found[] {
  const entries = new Set(subject.drawing.entries.values());
  const byNode = new Map<string, Place[]>();
  for (const place of subject.reached.keys()) byNode.set(`${place.flow}/${place.node}`, [...(byNode.get(`${place.flow}/${place.node}`) ?? []), place]);
  return subject.nodes.flatMap((node): Found[] => {
    const places = byNode.get(`${node.flow}/${node.id}`) ?? [];
    const missing = node.fields.some(({ meta, shown, value }) => shown && lacking(meta) !== undefined && !value);
    if (places.length === 0 || missing || !places.every((place) => isIdle(place) && !entries.has(place))) return [];
    const onward = new Set(places.flatMap(({ steps }) => steps.map(({ to }) => to?.node ?? '')).filter((id) => id !== node.id));
    // Deleting it leads on by its first way out, which need not be the one that is taken.
    const fix = onward.size === 1 && onward.has(nextOf(subject, node) ?? '') ? deleteNode(subject, node) : undefined;
    return [{ severity: 'warning', ...inNode(node), message: `${quoted(node.name)} says and changes nothing.`, ...(fix && { fix }) }];
  });
}

function isIdle({ id, state: { entry, always, wait, final } }: Place): boolean {
  const [only] = always;
  return id !== errorState && id !== silenceState && entry.length === 0 && !wait && !final && always.length === 1 && only?.guard === undefined && !only?.set?.length && !only?.call && !only?.cursor && !only?.count && !only?.return;
}
