import type { ValueType } from '../../expressions/types.ts';
import type { ActionTemplate } from '../../machine/action.ts';
import type { Assignment, State } from '../../machine/machine.ts';
import type { Recogniser } from '../../machine/recogniser.ts';

const text: ValueType = { kind: 'text' };
const number: ValueType = { kind: 'number' };
const day: ValueType = { kind: 'date' };
const time: ValueType = { kind: 'time' };

const answers: Readonly<Partial<Record<Recogniser['kind'], ValueType>>> = {
  text, number, date: day, time, email: text, phone: text, anything: text, media: { kind: 'file' },
  // Words of somebody who took none of the options.
  choice: text,
  location: { kind: 'object', fields: { latitude: number, longitude: number, label: text } },
  when: { kind: 'object', fields: { date: day, time, hasTime: { kind: 'boolean' } } },
};

/** What an assignment of this state puts into its variable; undefined where that follows from the variable. */
export function givenType({ wait, entry }: State, value: Assignment['value']): ValueType | undefined {
  switch (value.from) {
    case 'text': return text;
    case 'index': return number;
    case 'chosen': return { kind: 'list', of: text };
    case 'answer': return wait?.for === 'message' && wait.recogniser.kind !== 'form' ? answers[wait.recogniser.kind] : text;
    case 'result': return wait?.for === 'message' ? ofForm(wait.recogniser, value.path) : ofEffect(entry.at(-1), value.path);
    case 'expression': return value.expression.type;
    case 'item':
    case 'unset': return undefined;
  }
}

function ofForm(recogniser: Extract<NonNullable<State['wait']>, { for: 'message' }>['recogniser'], [part, field]: readonly string[]): ValueType | undefined {
  return recogniser.kind === 'form' && part === 'fields' ? recogniser.fields.find(({ id }) => id === field)?.type : undefined;
}

function ofEffect(action: ActionTemplate | undefined, [part, name]: readonly string[]): ValueType | undefined {
  switch (action?.type) {
    case 'runCode': return part === undefined ? action.output : undefined;
    case 'openCallback': return part === 'url' ? text : undefined;
    case 'httpRequest': return part === 'status' ? number : undefined;
    case 'findRecords':
    case 'addRecord':
    case 'changeRecord':
    case 'removeRecord': return part === 'records' ? { kind: 'list', of: { kind: 'object', fields: {} } } : undefined;
    case 'callModel': {
      if (part === 'confidence') return number;
      if (part === 'text') return text;
      return action.output.as === 'fields' ? action.output.fields.find(({ as }) => as === name)?.type : undefined;
    }
    default: return undefined;
  }
}
