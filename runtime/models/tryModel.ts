import type { CallableModel } from '@parley/db/queries/models';
import type { ModelRole } from '@parley/shared/machine/modelCall';
import { toFile } from 'openai';
import type OpenAI from 'openai';
import { askModel } from './askModel.ts';
import type { Dialects } from './dialects.ts';
import { faultOf } from './faultOf.ts';
import { ModelFailure } from './modelFailure.ts';
import type { TokensUsed } from './modelFailure.ts';
import { silence } from './silence.ts';

/** How trying a model out went: a sentence of the model's, or one that says what went wrong. */
export interface Tried {
  ok: boolean;
  ms: number;
  says: string;
  used: TokensUsed;
  outcome: string;
  cost: number;
}

/** A person waits for it. */
const tryMs = 20_000;

/** Asks a model for something small of its role: a sentence, numbers for a text, the words in a second of silence. */
export async function tryModel({ client, model, role, dialects, signal }: { client: OpenAI; model: CallableModel; role: ModelRole; dialects: Dialects; signal: AbortSignal }): Promise<Omit<Tried, 'cost'>> {
  const started = performance.now();
  const took = (): number => Math.round(performance.now() - started);
  try {
    const { says, used } = await askFor(role, { client, model, dialects, signal: AbortSignal.any([signal, AbortSignal.timeout(tryMs)]) });
    return { ok: true, ms: took(), says, used, outcome: 'done' };
  } catch (error) {
    const failure = error instanceof ModelFailure ? error : new ModelFailure(faultOf(error));
    return { ok: false, ms: took(), says: failure.message, used: failure.used, outcome: failure.fault };
  }
}

interface Trying {
  client: OpenAI;
  model: CallableModel;
  dialects: Dialects;
  signal: AbortSignal;
}

async function askFor(role: ModelRole, { client, model, dialects, signal }: Trying): Promise<{ says: string; used: TokensUsed }> {
  switch (role) {
    case 'fast':
    case 'best': {
      const messages = [{ role: 'user' as const, content: 'Say in one short sentence that you are ready.' }];
      const { text, ...used } = await askModel({ client, model, dialects, prompt: { messages }, mostTokens: 200, timeoutMs: tryMs, pauseMs: tryMs, signal, onText: () => undefined });
      return { says: text.trim().slice(0, 300), used };
    }
    case 'embedding': {
      const { data, usage } = await client.embeddings.create({ model: model.name, input: 'Is anybody there?', encoding_format: 'float' }, { signal });
      return { says: `It gave ${data[0]?.embedding.length ?? 0} numbers for a text.`, used: { tokensIn: usage.prompt_tokens, tokensOut: 0, estimated: false } };
    }
    case 'speech': {
      const { text } = await client.audio.transcriptions.create({ model: model.name, file: await toFile(silence(), 'silence.wav', { type: 'audio/wav' }) }, { signal });
      return { says: text.trim() ? `It heard: “${text.trim().slice(0, 200)}”` : 'It heard nothing in a second of silence.', used: { tokensIn: 0, tokensOut: 0, estimated: true } };
    }
  }
}
