import { describe } from '../../expressions/describe.ts';
import type { ValueType } from '../../expressions/types.ts';
import type { ActionTemplate } from '../../machine/action.ts';
import type { Check, Found } from '../check.ts';
import { callOther } from '../fixes/callOther.ts';
import type { Fix } from '../issue.ts';
import { takes } from '../meaning/takes.ts';
import type { Place } from '../paths/place.ts';
import type { Subject, SubjectNode } from '../subject.ts';
import { inNode, quoted } from '../where.ts';

type Call = Extract<ActionTemplate, { type: 'callModel' }>;

/** A model that is asked nothing, for nothing, for what it cannot make or for what cannot be kept; options it cannot tell apart. */
export const model: Check = {
  name: 'model',
  holds: 'Models are told what to do, and what they give can be kept',
  counts: 'nodes',
  find(subject) {
    return subject.drawing.places.flatMap((place) => place.state.entry.flatMap((action): Found[] => {
      const node = action.type === 'callModel' ? subject.node(place.flow, place.node) : undefined;
      if (action.type !== 'callModel' || !node) return [];
      return action.output.as === 'option' ? optionProblems(subject, node, action) : [...untold(subject, node, action), ...valueProblems(node, action), ...misfits(subject, place, node, action)];
    }));
  },
};

const error = (node: SubjectNode, field: string, message: string, fix?: Fix): Found => ({ severity: 'error', ...inNode(node, field.split('.')), message, ...(fix && { fix }) });

/** What the author typed at a text's key; '' when there is nothing but blanks. */
function textAt({ drawing }: Subject, key: string): string {
  return (Object.values(drawing.machine.texts[key] ?? {})[0] ?? []).map((piece) => (typeof piece === 'string' ? piece : piece.cel)).join('').trim();
}

function untold(subject: Subject, node: SubjectNode, { instructions }: Call): Found[] {
  return textAt(subject, instructions.text) ? [] : [error(node, 'instructions', `${quoted(node.name)} does not say what the model is to do.`)];
}

function valueProblems(node: SubjectNode, { output }: Call): Found[] {
  if (output.as !== 'fields') return [];
  if (output.fields.length === 0) return [error(node, 'fields', `${quoted(node.name)} asks for values but names none.`)];
  const names = output.fields.map(({ name }) => name);
  return output.fields.flatMap(({ as, name, type }, place) => [
    ...(names.indexOf(name) < place ? [error(node, `fields.${as}.name`, `${quoted(node.name)} asks for ${quoted(name)} twice; only one answer comes.`, callOther(node, ['fields', as, 'name'], names))] : []),
    ...(holdsFile(type) ? [error(node, `fields.${as}.type`, `${quoted(node.name)} asks a model for a file, and models write only texts and values.`)] : []),
  ]);
}

function holdsFile(type: ValueType): boolean {
  return type.kind === 'file' || (type.kind === 'list' && holdsFile(type.of)) || (type.kind === 'object' && Object.values(type.fields).some(holdsFile));
}

/** A value that is kept in a variable of another type fails every time. */
function misfits({ drawing: { machine } }: Subject, { flow, state }: Place, node: SubjectNode, { output }: Call): Found[] {
  return (state.on.done ?? []).flatMap(({ set = [] }) => set).flatMap(({ variable, value }): Found[] => {
    if (value.from !== 'result') return [];
    const given = output.as === 'fields' ? output.fields.find(({ as }) => as === value.path[1])?.type : { kind: 'text' as const };
    const kept = (machine.flows[flow]?.variables[variable] ?? machine.flows[machine.main]?.variables[variable])?.type;
    if (!given || !kept || takes(kept, given)) return [];
    return [error(node, output.as === 'fields' ? `fields.${value.path[1] ?? ''}.save` : 'save', `${quoted(node.name)} gives ${describe(given)}, but ${quoted(variable)} takes ${describe(kept)}.`)];
  });
}

function optionProblems(subject: Subject, node: SubjectNode, { output }: Call): Found[] {
  if (output.as !== 'option') return [];
  if (output.options.length === 0) return [error(node, 'options', `${quoted(node.name)} has no options to sort into.`)];
  const labels = output.options.map(({ label }) => textAt(subject, label.text).toLowerCase());
  return output.options.flatMap(({ id }, place): Found[] => {
    const label = labels[place] ?? '';
    if (label === '') return [error(node, `options.${id}.label`, `An option of ${quoted(node.name)} has no words, so nothing can mean it.`)];
    return labels.indexOf(label) < place ? [error(node, `options.${id}.label`, `Two options of ${quoted(node.name)} are called ${quoted(label)}, so neither can be told from the other.`)] : [];
  });
}
