import { assertNever } from '../../lib/assertNever.ts';
import { fileKinds } from '../../messages/files.ts';
import type { Recogniser } from '../../machine/recogniser.ts';
import type { CompileContext } from '../defineNode.ts';
import type { AskData } from './askSchema.ts';

/** How an answer to this question is understood; bounds that are not set are left out. */
export function recogniserOf(data: AskData, context: CompileContext): Recogniser {
  switch (data.expects) {
    case 'text': return { kind: 'text', ...bound('minLength', data.minLength), ...bound('maxLength', data.maxLength), ...bound('pattern', data.pattern) };
    case 'number': return { kind: 'number', ...bound('min', data.min), ...bound('max', data.max), ...bound('whole', data.whole) };
    case 'date': return { kind: 'date', ...bound('earliest', day(data.earliest, context)), ...bound('latest', day(data.latest, context)) };
    case 'time': return { kind: 'time', ...bound('earliest', data.earliestTime), ...bound('latest', data.latestTime) };
    case 'when': return {
      kind: 'when',
      ...bound('earliest', day(data.earliest, context)), ...bound('latest', day(data.latest, context)),
      ...bound('usualFrom', data.usualFrom), ...bound('usualTo', data.usualTo),
    };
    case 'media': return { kind: 'media', types: fileKinds.filter((kind) => data.files[kind]), ...bound('mostBytes', data.largest && data.largest * 1_000_000) };
    case 'email':
    case 'phone':
    case 'location': return { kind: data.expects };
    default: return assertNever(data.expects);
  }
}

function day(cel: string, context: CompileContext) {
  return cel ? context.expression(cel, { kind: 'date' }) : undefined;
}

function bound<Name extends string, Value>(name: Name, value: Value | undefined): { [Key in Name]?: Value } {
  const given: { [Key in Name]?: Value } = {};
  if (value !== undefined && value !== '' && value !== false) given[name] = value;
  return given;
}
