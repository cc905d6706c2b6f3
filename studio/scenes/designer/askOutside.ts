import type { TryRequestBody } from '@parley/shared/api/requests';
import type { AskableAction } from '../../simulator/host/outside.ts';
import { saidSoFar } from '../../simulator/host/saidSoFar.ts';
import type { AskForReal } from '../../simulator/SimulatorProps.ts';
import i18next from 'i18next';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { tryRequest } from '../../api/credentials.ts';
import { tryModelCall } from '../../api/models.ts';

/** Really asks what a node of this bot asks, through the server, and tells what it took. */
export function askOutside(botId: string): AskForReal {
  return async (action, talk) => {
    try {
      return action.type === 'httpRequest' ? await request(botId, action) : await model(botId, action, saidSoFar(talk, action.history));
    } catch (error) {
      return { ok: false, error: sentenceOf(error) };
    }
  };
}

async function request(botId: string, { method, url, query, headers, credential, body, timeoutMs, maxBytes, ranges, picks }: Extract<AskableAction, { type: 'httpRequest' }>): ReturnType<AskForReal> {
  const asked: TryRequestBody = { method, url, query, headers, timeoutMs, maxBytes, takes: { ranges, picks }, ...(credential !== undefined && { credential }), ...(body && { body }) };
  const got = await tryRequest(botId, asked);
  if (!got.ok) return got;
  if (!got.result) return { ok: false, error: got.untaken ?? '' };
  return { ok: true, value: got.result, told: i18next.t('sim.outside.request', { status: got.status, ms: got.ms, bytes: got.bytes }) };
}

async function model(botId: string, action: Extract<AskableAction, { type: 'callModel' }>, lines: ReturnType<typeof saidSoFar>): ReturnType<AskForReal> {
  const { node, role, instructions, data, output, tools, mostCalls, steps, temperature, mostTokens, timeoutMs, language } = action;
  const got = await tryModelCall(botId, { node, role, instructions, data, output, tools, mostCalls, steps, temperature, mostTokens, timeoutMs, language, lines });
  if (!got.ok) return got;
  const { model: name, tokensIn, tokensOut, cost } = got.used;
  return { ok: true, value: got.result, told: i18next.t('sim.outside.model', { model: name ?? i18next.t('sim.outside.standIn'), ms: got.ms, in: tokensIn, out: tokensOut, cost: Number(cost.toPrecision(3)) }) };
}
