import { fits } from '@parley/shared/expressions/fits';
import type { Action } from '@parley/shared/machine/action';
import { foreignFile, namesForeignFile } from '../lib/media/foreignFiles.ts';
import { EffectError } from './perform.ts';
import type { Performer } from './perform.ts';

/** Runs a code node in the sandbox: JSON in, JSON of the declared type out, the same every time. */
export const runCode: Performer<Extract<Action, { type: 'runCode' }>> = {
  class: 'pure',
  async perform({ code, input, output, timeoutMs }, { sandbox, pool, bot, lane, now, seed }) {
    const result = await sandbox.run({ code, input, now: now.toISOString(), seed, timeoutMs, bot });
    if (!result.ok) throw new EffectError(result.error);
    if (!fits(output, result.value)) throw new EffectError(`Expected the code to give a ${output.kind}, it gave ${JSON.stringify(result.value).slice(0, 200)}.`);
    // A program that sorts records gives their files back, whoever they are of.
    if (await namesForeignFile(pool, { type: output, value: result.value }, { bot, lane }, input)) throw new EffectError(foreignFile);
    return result.value;
  },
};
