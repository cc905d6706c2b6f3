import type { HttpRequestTemplate } from '../machine/httpRequest.ts';
import type { Assignment, Transition } from '../machine/machine.ts';
import type { CompileContext, Exit, StateDraft } from './defineNode.ts';
import { waitAtWork } from './waitAtWork.ts';

/** What decides whether a request may be sent twice. */
type Repeating = Pick<HttpRequestTemplate, 'method' | 'repeatable' | 'keyHeader'>;

/** Whether repeating a request does no harm: by its method, because the author says so, or because the other side knows repeats. */
export function mayBeRepeated({ method, repeatable, keyHeader }: Repeating): boolean {
  return onlyReads(method) || repeatable || (keyHeader ?? '') !== '';
}

/** Whether a method changes nothing. */
export function onlyReads(method: HttpRequestTemplate['method']): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** How a request can end, the wished-for way first. One that must not be repeated may have happened when no answer came. */
export function requestExits(statuses: readonly Exit[], repeatable: boolean): Exit[] {
  return [
    { id: 'ok', label: 'Answered' },
    ...statuses,
    { id: 'clientError', label: 'Refused', handledBySettings: 'error' },
    { id: 'serverError', label: 'Failed there', handledBySettings: 'error' },
    repeatable ? { id: 'timeout', label: 'No answer in time', handledBySettings: 'error' } : { id: 'unknown', label: 'No answer, may have happened', handledBySettings: 'error' },
    { id: 'failed', label: 'Failed', handledBySettings: 'error' },
  ];
}

/** Statuses as authors write them: `404`, or `400-409, 422`. */
export function rangesIn(statuses: string): { from: number; to: number }[] {
  return statuses.split(',').map((part) => part.trim()).filter(Boolean).map((part) => {
    const [from, to = from] = part.split('-').map(Number);
    return { from: from ?? 0, to: to ?? 0 };
  });
}

/** A request to lower: what is asked, the exits of statuses, and what is kept of any answer (`always`) and of a good one. */
export interface RequestToLower {
  context: CompileContext;
  request: HttpRequestTemplate;
  statuses: readonly Exit[];
  always: Assignment[];
  good: Assignment[];
}

/** Lowers a request to one state that asks and goes on by how it ended. */
export function lowerRequest({ context, request, statuses, always, good }: RequestToLower): Record<string, StateDraft> {
  const failed = context.exit('failed');
  const repeatable = mayBeRepeated(request);
  const answered = ({ id }: Exit): Transition => {
    const set = [...always, ...(id === 'ok' ? good : [])];
    return { ...context.exit(id), guard: { is: 'outcome', outcome: id }, ...(set.length > 0 && { set }) };
  };
  return {
    '': {
      entry: [{ type: 'httpRequest', ...request }],
      wait: waitAtWork(context),
      on: {
        done: requestExits(statuses, repeatable).filter(({ id }) => id !== 'unknown' && id !== 'failed').map(answered),
        failed: [failed],
        unknown: [repeatable ? failed : context.exit('unknown')],
      },
      onError: failed,
    },
  };
}
