import { zeroOf } from '@parley/shared/expressions/zeroOf';
import { performRecord } from '@parley/shared/host/records';
import type { Records } from '@parley/shared/host/records';
import type { Parts } from '@parley/shared/expressions/types';
import type { Json } from '@parley/shared/lib/json';
import type { ActionResult, ResultAction } from '@parley/shared/machine/action';
import type { HttpResult } from '@parley/shared/machine/httpRequest';
import type { ModelResult } from '@parley/shared/machine/modelCall';

/** What performs effects in place of the systems they are meant for. */
export interface StandIns {
  perform(effect: ResultAction): Promise<ActionResult>;
}

/**
 * Stand-ins for everything outside: records are kept in memory as a database keeps them, code nodes run here, a model answers with
 * plain words, a request is not sent and answered as if all went well, a file is not fetched, a callback gets an address nobody listens at. Put your own
 * systems in their place here.
 */
export function standIns(): StandIns {
  let records: Records = {};
  return {
    async perform(effect) {
      switch (effect.type) {
        case 'findRecords':
        case 'addRecord':
        case 'changeRecord':
        case 'removeRecord': {
          const done = performRecord(records, effect);
          records = done.records;
          return fine({ ...done.result });
        }
        case 'runCode': return runCode(effect.code, effect.input);
        case 'httpRequest': return fine(answered(effect));
        case 'fetchFile': return fine({ id: 'file-1', mime: 'image/png', name: 'file.png', bytes: 1_000 });
        case 'callModel': return fine(written(effect));
        case 'openCallback': return fine({ url: 'https://callbacks.example/1' });
      }
    },
  };
}

/** A result is JSON: what is undefined in it is left out. */
function fine(value: unknown): ActionResult {
  return { ok: true, value: JSON.parse(JSON.stringify(value)) as Json };
}

/** Runs a code node's program in this process. It has no sandbox here: run only what you trust. */
async function runCode(code: string, input: Json): Promise<ActionResult> {
  try {
    const program: { default?: unknown } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    if (typeof program.default !== 'function') return { ok: false, outcome: 'failed', error: 'The code has no default function.' };
    return fine(await program.default(input) ?? null);
  } catch (error) {
    return { ok: false, outcome: 'failed', error: error instanceof Error ? error.message : String(error) };
  }
}

/** A good answer in which everything that is picked is its type's zero. */
function answered({ picks }: Extract<ResultAction, { type: 'httpRequest' }>): HttpResult {
  return { outcome: 'ok', status: 200, values: Object.fromEntries(picks.map(({ as, type }) => [as, zeroOf(type)])) };
}

/** A text made of the instructions, values of the wished types, or the first option: the same every time. */
function written({ instructions, output }: Extract<ResultAction, { type: 'callModel' }>): ModelResult {
  const said = { by: 'standIn' as const, used: { model: null, tokensIn: 0, tokensOut: 0, cost: 0 } };
  if (output.as === 'text') return { ...said, outcome: 'done', text: `(stand-in) ${plain(instructions)}`.slice(0, output.mostLetters) };
  if (output.as === 'fields') return { ...said, outcome: 'done', values: Object.fromEntries(output.fields.map(({ as, type }) => [as, zeroOf(type)])) };
  return { ...said, outcome: output.options[0]?.id ?? 'unsure', confidence: 1 };
}

function plain(parts: Parts): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('');
}
