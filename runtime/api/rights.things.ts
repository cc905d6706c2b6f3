import { botSchema } from '@parley/shared/api/bots';
import type { Access } from '@parley/shared/api/access';
import { invitedSchema } from '@parley/shared/api/accounts';
import { triedCallbackSchema } from '@parley/shared/api/callbackTrials';
import { createdChannelSchema } from '@parley/shared/api/channels';
import { threadSchema } from '@parley/shared/api/comments';
import { credentialSchema } from '@parley/shared/api/credentials';
import { draftSchema, flowHeadSchema } from '@parley/shared/api/flows';
import { namedVersionSchema } from '@parley/shared/api/history';
import { mediaFileSchema } from '@parley/shared/api/media';
import { modelRegistrySchema } from '@parley/shared/api/models';
import { testSchema } from '@parley/shared/api/tests';
import { pngFile } from '../lib/media/samples.data.ts';
import type { TestApi } from '../test/testApi.ts';
import { callbackTrial } from './rights.cases.data.ts';
import type { Made } from './rights.cases.data.ts';

/** One thing that an address or a body names. */
export type Thing = keyof Made;

/** What there is before the walk begins. */
export type Standing = Pick<Made, 'bot' | 'flow' | 'release' | 'session'>;

/** Makes what the walk's requests name, each request its own, so that none stands in the way of the next. */
export function createThings(api: TestApi, standing: Standing) {
  let names = 0;
  const unheardOf = (): string => {
    names += 1;
    return `Walk ${names}`;
  };
  /** Makes one thing anew; what comes with it has the same maker. */
  const makers: Record<Thing, (as: Access) => Partial<Made> | Promise<Partial<Made>>> = {
    bot: () => ({ bot: standing.bot }),
    flow: () => ({ flow: standing.flow }),
    release: () => ({ release: standing.release }),
    session: () => ({ session: standing.session }),
    subflow: async () => ({ subflow: flowHeadSchema.parse(await api.good('POST', `/api/v1/bots/${standing.bot}/flows`, { name: 'Sub' })).id }),
    channel: async () => ({ channel: createdChannelSchema.parse(await api.good('POST', `/api/v1/bots/${standing.bot}/channels`, { type: 'rest' })).id }),
    credential: async () => ({ credential: credentialSchema.parse(await api.good('POST', '/api/v1/credentials', { name: unheardOf(), kind: 'bearer', secret: 'a secret', hosts: ['api.example.org'] })).id }),
    test: async () => ({ test: testSchema.parse(await api.good('POST', `/api/v1/bots/${standing.bot}/tests`, { test: { description: 'Opens', clock: '2026-01-05T09:00:00Z', conversation: [{ bot: 'Hello' }] } })).id }),
    async trial(as) {
      const tried = triedCallbackSchema.parse((await api.ask('POST', `/api/v1/bots/${standing.bot}/callback-trials`, { as, body: callbackTrial(standing) })).body);
      return { trial: tried.ok ? tried.id : '' };
    },
    thread: makeThread,
    comment: makeThread,
    account: async () => ({ account: invitedSchema.parse(await api.good('POST', '/api/v1/accounts', { email: `${unheardOf().replace(' ', '')}@example.org`, name: 'Walk', access: 'member' })).account.id }),
    media: async () => ({ media: mediaFileSchema.parse((await api.ask('POST', `/api/v1/bots/${standing.bot}/media`, { as: 'owner', raw: pngFile })).body).id }),
    modelEndpoint: makeModel,
    model: makeModel,
    async namedVersion() {
      // Of a bot of its own: one bot keeps fewer than the walk makes.
      const historic = botSchema.parse(await api.good('POST', '/api/v1/bots', { name: unheardOf() }));
      return { namedVersion: namedVersionSchema.parse(await api.good('POST', `/api/v1/bots/${historic.id}/named-versions`, { name: unheardOf(), point: 'now' })).id };
    },
    revision: async () => ({ revision: draftSchema.parse(await api.good('GET', `/api/v1/flows/${standing.flow}/draft`)).revision }),
  };

  async function makeThread(as: Access): Promise<Partial<Made>> {
    const thread = threadSchema.parse((await api.ask('POST', `/api/v1/bots/${standing.bot}/comment-threads`, { as, body: { flowId: standing.flow, x: 1, y: 2, text: 'Walked' } })).body);
    return { thread: thread.id, comment: thread.comments[0]?.id ?? '' };
  }

  async function makeModel(): Promise<Partial<Made>> {
    const named = unheardOf();
    const { endpoints } = modelRegistrySchema.parse(await api.good('POST', '/api/v1/model-endpoints', { name: named, baseUrl: 'http://127.0.0.1:9/v1', key: 'sk-walk' }));
    const modelEndpoint = endpoints.find(({ name }) => name === named)?.id ?? '';
    const registry = modelRegistrySchema.parse(await api.good('POST', `/api/v1/model-endpoints/${modelEndpoint}/models`, { name: 'walked' }));
    return { modelEndpoint, model: registry.endpoints.find(({ id }) => id === modelEndpoint)?.models[0]?.id ?? '' };
  }

  return {
    /** Every kind of thing. */
    all: new Set<Thing>(['bot', 'flow', 'subflow', 'channel', 'credential', 'media', 'modelEndpoint', 'model', 'release', 'session', 'test', 'trial', 'thread', 'comment', 'namedVersion', 'account', 'revision']),
    /** Makes these anew, as whoever may; the others are those of `before`. */
    async make(things: Set<Thing>, before: Made, as: Access = 'owner'): Promise<Made> {
      const fresh = { ...before };
      for (const maker of new Set([...things].map((thing) => makers[thing]))) Object.assign(fresh, await maker(as));
      return fresh;
    },
  };
}

/** Nothing made yet. */
export const nothing: Made = { bot: '', flow: '', subflow: '', channel: '', credential: '', media: '', modelEndpoint: '', model: '', release: '', session: '', test: '', trial: '', thread: '', comment: '', namedVersion: '', account: '', revision: 0 };
