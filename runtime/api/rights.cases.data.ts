import type { Access } from '@parley/shared/api/access';

/** Ids of what the walk made, for addresses and bodies. */
export interface Made {
  bot: string;
  flow: string;
  subflow: string;
  channel: string;
  credential: string;
  media: string;
  modelEndpoint: string;
  model: string;
  release: string;
  session: string;
  test: string;
  trial: string;
  thread: string;
  comment: string;
  namedVersion: string;
  account: string;
  revision: number;
}

/** What is expected of one route. Anything left out must not apply to it; the walk fails on a route without an entry. */
export interface RouteCase {
  /** Who gets past the policy; null = no account is needed. Written by hand: it is what the policy is held against. */
  access: Access[] | null;
  /** Parameters of the address. */
  params?: (made: Made) => Record<string, string>;
  /** A body that is taken. */
  body?: (made: Made) => unknown;
  /** A body with one field wrong, and the path that must be named. */
  wrong?: { body: (made: Made) => unknown; path: string }[];
  /** A query that is refused, and the path that must be named. */
  wrongQuery?: { query: string; path: string };
  /** A body that comes too late, and what it is answered. */
  stale?: { body: (made: Made) => unknown; status: number };
  /** One's own only: the thing is made by whoever asks. */
  own?: true;
  /** Asked from another site's page. */
  otherSite?: number;
}

const owners: Access[] = ['owner', 'admin'];
const drawing: Access[] = ['owner', 'admin', 'editor'];
const reading: Access[] = ['owner', 'admin', 'editor', 'analyst', 'agent'];
const everybody: Access[] = ['owner', 'admin', 'editor', 'analyst', 'agent', 'member'];

const ofBot = ({ bot }: Made) => ({ botId: bot });
const ofFlow = ({ flow }: Made) => ({ flowId: flow });
const ofRelease = ({ release }: Made) => ({ releaseId: release });
const ofChannel = ({ channel }: Made) => ({ channelId: channel });
const ofCredential = ({ credential }: Made) => ({ credentialId: credential });
const keptSecret = { name: 'CRM', kind: 'bearer', secret: 'a secret', hosts: ['api.example.org'] };
const request = { method: 'GET', url: ['http://127.0.0.1/'], query: [], headers: [], timeoutMs: 1_000, maxBytes: 1_000 };
const ofTrial = ({ trial }: Made) => ({ trialId: trial });
/** What trying out a callback of a flow takes. */
export const callbackTrial = ({ flow }: Pick<Made, 'flow'>) => ({ flow, node: 'pay', contract: { codes: [{ code: 'paid', label: 'Paid' }], outputs: [] }, inputs: {} });
const ofTest = ({ test }: Made) => ({ testId: test });
const ofPlugin = () => ({ pluginKey: 'walked-plugin' });
const plugin = { key: 'walked-plugin', name: 'Walked', kind: 'http', url: 'https://api.example.org/' };
const ofThread = ({ thread }: Made) => ({ threadId: thread });
const ofComment = ({ comment }: Made) => ({ commentId: comment });
const ofNamed = ({ namedVersion }: Made) => ({ versionId: namedVersion });
const ofMedia = ({ bot, media }: Made) => ({ botId: bot, mediaId: media });
const ofModel = ({ model }: Made) => ({ modelId: model });
const ofEndpoint = ({ modelEndpoint }: Made) => ({ endpointId: modelEndpoint });
const endpoint = { name: 'Models Inc.', baseUrl: 'https://models.example.org/v1' };
const ofSession = ({ session }: Made) => ({ sessionId: session });
const keptTest = { test: { description: 'Opens', clock: '2026-01-05T09:00:00Z', conversation: [{ bot: 'Hello' }] } };
const paged = { wrongQuery: { query: 'limit=0', path: 'query.limit' } };
const password = 'a long enough password';

const modelCall = { node: 'think', role: 'best', instructions: ['Be brief.'], data: {}, output: { as: 'text', mostLetters: 100, streams: false }, timeoutMs: 5_000, language: 'en' };

/** Every route of the API by method and path. */
export const routeCases: Readonly<Record<string, RouteCase>> = {
  'GET /api/v1/setup': { access: null },
  'POST /api/v1/setup': { access: null, wrong: [{ body: () => ({ name: 'A', email: 'x', password }), path: 'email' }], stale: { body: () => ({ name: 'Late', email: 'late@example.org', password }), status: 409 } },
  'POST /api/v1/auth/sign-in': { access: null, wrong: [{ body: () => ({ email: 7, password }), path: 'email' }] },
  'POST /api/v1/auth/refresh': { access: null, otherSite: 403 },
  'POST /api/v1/auth/sign-out': { access: null, otherSite: 403 },
  'POST /api/v1/auth/accept-invitation': { access: null, wrong: [{ body: () => ({ token: 'short', name: 'A', password }), path: 'token' }], stale: { body: () => ({ token: 'x'.repeat(43), name: 'A', password }), status: 404 } },
  'GET /api/v1/me': { access: everybody },
  'PATCH /api/v1/me': { access: everybody, body: () => ({}), wrong: [{ body: () => ({ name: '' }), path: 'name' }] },

  'GET /api/v1/accounts': { access: owners, ...paged },
  'POST /api/v1/accounts': { access: owners, body: () => ({ email: 'new@example.org', name: 'New', access: 'editor' }), wrong: [{ body: () => ({ email: 'new@example.org', name: 'New', access: 'king' }), path: 'access' }], stale: { body: () => ({ email: 'owner@example.org', name: 'Again', access: 'editor' }), status: 409 } },
  'POST /api/v1/accounts/:accountId/invitation': { access: owners, params: ({ account }) => ({ accountId: account }) },
  'PATCH /api/v1/accounts/:accountId': { access: owners, params: ({ account }) => ({ accountId: account }), body: () => ({ name: 'Other' }), wrong: [{ body: () => ({ suspended: 'yes' }), path: 'suspended' }] },

  'GET /api/v1/bots': { access: reading, ...paged },
  'GET /api/v1/gallery': { access: reading },
  'POST /api/v1/bots': { access: drawing, body: () => ({ name: 'Walked' }), wrong: [{ body: () => ({ name: 'A', template: 'nothing' }), path: 'template' }, { body: () => ({ name: ' ' }), path: 'name' }, { body: () => ({ name: 'A', languages: ['English'] }), path: 'languages.0' }] },
  'GET /api/v1/bots/:botId': { access: reading, params: ofBot },
  'PATCH /api/v1/bots/:botId': { access: owners, params: ofBot, body: () => ({ retentionDays: 30 }), wrong: [{ body: () => ({ retentionDays: 0 }), path: 'retentionDays' }] },
  'GET /api/v1/bots/:botId/waiting': { access: reading, params: ofBot },
  'GET /api/v1/bots/:botId/export': { access: reading, params: ofBot },
  'GET /api/v1/bots/:botId/project': { access: reading, params: ofBot },
  'POST /api/v1/bots/import': { access: drawing, wrongQuery: { query: 'name=%20', path: 'query.name' } },
  'POST /api/v1/bots/:botId/duplicate': { access: drawing, params: ofBot, body: () => ({}), wrong: [{ body: () => ({ name: ' ' }), path: 'name' }] },

  'POST /api/v1/bots/:botId/use-credential': { access: drawing, params: ofBot, body: ({ credential }) => ({ from: 'gone', to: credential }), wrong: [{ body: () => ({ from: '', to: 'x' }), path: 'from' }, { body: () => ({ from: 'gone', to: 'x' }), path: 'to' }] },
  'GET /api/v1/schemas/bot': { access: reading },

  'GET /api/v1/bots/:botId/flows': { access: reading, params: ofBot, ...paged },
  'POST /api/v1/bots/:botId/flows': { access: drawing, params: ofBot, body: () => ({ name: 'Sub' }), wrong: [{ body: () => ({}), path: 'name' }] },
  'PATCH /api/v1/flows/:flowId': { access: drawing, params: ofFlow, body: () => ({ name: 'Renamed' }), wrong: [{ body: () => ({ name: 'x'.repeat(121) }), path: 'name' }] },
  'DELETE /api/v1/flows/:flowId': { access: drawing, params: ({ subflow }) => ({ flowId: subflow }) },
  'GET /api/v1/flows/:flowId/draft': { access: reading, params: ofFlow },
  'PUT /api/v1/flows/:flowId/draft': {
    access: drawing, params: ofFlow,
    wrong: [{ body: () => ({ revision: 'one', flow: {} }), path: 'revision' }, { body: ({ revision }) => ({ revision, flow: { schema: 1 } }), path: 'flow.' }],
  },
  'POST /api/v1/flows/:flowId/ops': {
    access: drawing, params: ofFlow,
    body: () => ({ id: `walk${Math.floor(performance.now() * 1000)}`, gesture: 'Zone', ops: [{ op: 'set', path: ['settings', 'zone'], base: 'UTC', value: 'UTC' }] }),
    wrong: [{ body: () => ({ id: 'walk', gesture: '', ops: [] }), path: 'gesture' }],
    stale: { body: () => ({ id: 'walkstale', gesture: 'Zone', ops: [{ op: 'set', path: ['settings', 'zone'], base: 'Europe/Paris', value: 'UTC' }] }), status: 409 },
  },
  'GET /api/v1/flows/:flowId/ops': { access: reading, params: ofFlow, wrongQuery: { query: 'afterRevision=-1', path: 'query.afterRevision' } },
  'POST /api/v1/flows/:flowId/verify': { access: reading, params: ofFlow },
  'POST /api/v1/flows/:flowId/publish': { access: drawing, params: ofFlow, body: () => ({ acceptWarnings: true }), wrong: [{ body: () => ({ move: 'all' }), path: 'move' }] },

  'POST /api/v1/bots/:botId/translations': { access: drawing, params: ofBot, body: () => ({ from: 'en', to: 'de', texts: [{ id: 'a', text: 'Hello' }] }), wrong: [{ body: () => ({ from: 'en', to: 'German', texts: [{ id: 'a', text: 'Hello' }] }), path: 'to' }, { body: () => ({ from: 'en', to: 'de', texts: [] }), path: 'texts' }] },

  'GET /api/v1/bots/:botId/releases': { access: reading, params: ofBot, ...paged },
  'GET /api/v1/releases/:releaseId': { access: reading, params: ofRelease },
  'GET /api/v1/releases/:releaseId/flows': { access: reading, params: ofRelease },
  'GET /api/v1/releases/:releaseId/code': { access: reading, params: ofRelease },
  'GET /api/v1/releases/:releaseId/project': { access: reading, params: ofRelease },
  'GET /api/v1/releases/:releaseId/diff': { access: reading, params: ofRelease, wrongQuery: { query: 'against=', path: 'query.against' } },
  'POST /api/v1/releases/:releaseId/roll-back': { access: drawing, params: ofRelease },

  'GET /api/v1/bots/:botId/history': { access: reading, params: ofBot, wrongQuery: { query: 'limit=0', path: 'query.limit' } },
  'GET /api/v1/bots/:botId/history/state': { access: reading, params: ofBot, wrongQuery: { query: 'point=yesterday', path: 'query.point' } },
  'GET /api/v1/bots/:botId/history/diff': { access: reading, params: ofBot, wrongQuery: { query: 'from=now&to=later', path: 'query.to' } },
  'POST /api/v1/bots/:botId/history/bring-back': { access: drawing, params: ofBot, body: ({ flow }) => ({ point: 'now', flowId: flow }), wrong: [{ body: ({ flow }) => ({ point: 'then', flowId: flow }), path: 'point' }, { body: () => ({ point: 'now', flowId: 'none' }), path: 'flowId' }] },
  'GET /api/v1/bots/:botId/named-versions': { access: reading, params: ofBot, ...paged },
  'POST /api/v1/bots/:botId/named-versions': { access: drawing, params: ofBot, body: () => ({ name: `Walk ${Math.floor(performance.now() * 1000)}`, point: 'now' }), wrong: [{ body: () => ({ name: ' ', point: 'now' }), path: 'name' }, { body: () => ({ name: 'A', point: 'step:1' }), path: 'point' }], stale: { body: () => ({ name: 'Walked over', point: 'now' }), status: 409 } },
  'PATCH /api/v1/named-versions/:versionId': { access: drawing, params: ofNamed, body: () => ({ name: 'Another' }), wrong: [{ body: () => ({ name: '' }), path: 'name' }] },
  'DELETE /api/v1/named-versions/:versionId': { access: drawing, params: ofNamed },

  'GET /api/v1/bots/:botId/tests': { access: reading, params: ofBot, ...paged },
  'POST /api/v1/bots/:botId/tests': { access: drawing, params: ofBot, body: () => keptTest, wrong: [{ body: () => ({ test: { ...keptTest.test, description: ' ' } }), path: 'test.description' }, { body: () => ({ test: { ...keptTest.test, clock: 'noon' } }), path: 'test.clock' }, { body: () => ({ test: { ...keptTest.test, conversation: [] } }), path: 'test.conversation' }] },
  'PUT /api/v1/tests/:testId': { access: drawing, params: ofTest, body: () => keptTest, wrong: [{ body: () => ({ test: { ...keptTest.test, conversation: [{ says: 'x' }] } }), path: 'test.conversation.0' }] },
  'DELETE /api/v1/tests/:testId': { access: drawing, params: ofTest },
  'GET /api/v1/bots/:botId/comment-threads': { access: reading, params: ofBot, ...paged },
  'POST /api/v1/bots/:botId/comment-threads': { access: reading, params: ofBot, body: ({ flow }) => ({ flowId: flow, x: 1, y: 2, text: 'Why?' }), wrong: [{ body: ({ flow }) => ({ flowId: flow, x: 1, y: 2, text: ' ' }), path: 'text' }, { body: ({ flow }) => ({ flowId: flow, x: 1, y: 2, text: 'x', node: 'a b' }), path: 'node' }, { body: ({ bot }) => ({ flowId: bot, x: 1, y: 2, text: 'x' }), path: 'flowId' }] },
  'POST /api/v1/comment-threads/:threadId/comments': { access: reading, params: ofThread, body: () => ({ text: 'Because.' }), wrong: [{ body: () => ({ text: 'x'.repeat(4_001) }), path: 'text' }, { body: () => ({ text: 'x', mentions: ['nobody'] }), path: 'mentions.0' }] },
  'PATCH /api/v1/comment-threads/:threadId': { access: reading, params: ofThread, body: () => ({ resolved: true }), wrong: [{ body: () => ({ resolved: 'yes' }), path: 'resolved' }] },
  'POST /api/v1/comment-threads/:threadId/read': { access: reading, params: ofThread, body: () => ({ upTo: '2026-01-05T09:00:00Z' }), wrong: [{ body: () => ({ upTo: 'now' }), path: 'upTo' }] },
  'PATCH /api/v1/comments/:commentId': { access: reading, own: true, params: ofComment, body: () => ({ text: 'Better.' }), wrong: [{ body: () => ({ text: '' }), path: 'text' }] },
  'DELETE /api/v1/comments/:commentId': { access: reading, own: true, params: ofComment },
  'GET /api/v1/colleagues': { access: reading },
  'GET /api/v1/mentions': { access: reading, ...paged },

  'GET /api/v1/bots/:botId/media': { access: reading, params: ofBot, ...paged },
  'POST /api/v1/bots/:botId/media': { access: drawing, params: ofBot, wrongQuery: { query: `name=${'x'.repeat(1_001)}`, path: 'query.name' } },
  'GET /api/v1/bots/:botId/media/:mediaId': { access: reading, params: ofMedia },
  'DELETE /api/v1/bots/:botId/media/:mediaId': { access: drawing, params: ofMedia },

  'GET /api/v1/bots/:botId/channels': { access: reading, params: ofBot, ...paged },
  'POST /api/v1/bots/:botId/channels': { access: drawing, params: ofBot, body: () => ({ type: 'rest' }), wrong: [{ body: () => ({ type: 'fax' }), path: 'type' }, { body: () => ({ type: 'rest', callbackUrl: 'ftp://x' }), path: 'callbackUrl' }], stale: { body: () => ({ type: 'web' }), status: 409 } },
  'PATCH /api/v1/channels/:channelId': { access: drawing, params: ofChannel, body: () => ({ paused: false }), wrong: [{ body: () => ({ paused: 1 }), path: 'paused' }, { body: () => ({ origins: ['https://example.org'] }), path: 'origins' }] },
  'DELETE /api/v1/channels/:channelId': { access: drawing, params: ofChannel },
  'POST /api/v1/bots/:botId/test-visitors': { access: reading, params: ofBot },

  'GET /api/v1/plugins': { access: reading },
  'POST /api/v1/plugins': { access: drawing, body: () => ({ ...plugin, key: `p-${Math.random().toString(36).slice(2, 10)}` }), wrong: [{ body: () => ({ ...plugin, key: 'No key' }), path: 'key' }, { body: () => ({ ...plugin, name: '' }), path: 'name' }], stale: { body: () => plugin, status: 409 } },
  'POST /api/v1/plugins/:pluginKey/versions': { access: drawing, params: ofPlugin, body: () => ({ base: 1, definition: plugin }), wrong: [{ body: () => ({ base: 0, definition: plugin }), path: 'base' }], stale: { body: () => ({ base: 9, definition: plugin }), status: 409 } },
  'DELETE /api/v1/plugins/:pluginKey': { access: drawing, params: ofPlugin },
  'POST /api/v1/plugins/try': { access: drawing, body: () => ({ definition: plugin, inputs: {} }), wrong: [{ body: () => ({ definition: plugin }), path: 'inputs' }] },
  'GET /api/v1/credentials': { access: reading, wrongQuery: { query: 'botId=mine', path: 'query.botId' } },
  'POST /api/v1/credentials': {
    access: drawing, body: () => keptSecret, stale: { body: () => ({ ...keptSecret, name: 'Walked over' }), status: 409 },
    wrong: [{ body: () => ({ ...keptSecret, kind: 'spell' }), path: 'kind' }, { body: () => ({ ...keptSecret, hosts: ['https://x/'] }), path: 'hosts.' }, { body: () => ({ ...keptSecret, kind: 'header' }), path: 'field' }, { body: () => ({ ...keptSecret, secret: 'a\nb' }), path: 'secret' }],
  },
  'PATCH /api/v1/credentials/:credentialId': { access: drawing, params: ofCredential, body: () => ({ secret: 'another' }), wrong: [{ body: () => ({ name: '' }), path: 'name' }, { body: () => ({ hosts: ['other.example.org'] }), path: 'secret' }, { body: () => ({ field: 'x' }), path: 'field' }] },
  'DELETE /api/v1/credentials/:credentialId': { access: drawing, params: ofCredential },
  'POST /api/v1/bots/:botId/requests': { access: drawing, params: ofBot, body: () => request, wrong: [{ body: () => ({ ...request, method: 'TRACE' }), path: 'method' }, { body: () => ({ ...request, timeoutMs: 60_000 }), path: 'timeoutMs' }] },
  'POST /api/v1/bots/:botId/callback-trials': {
    access: drawing, params: ofBot, body: callbackTrial,
    wrong: [{ body: (made) => ({ ...callbackTrial(made), flow: 'main' }), path: 'flow' }, { body: (made) => ({ ...callbackTrial(made), contract: { codes: [] } }), path: 'contract.outputs' }, { body: (made) => ({ ...callbackTrial(made), announce: { request: { ...request, method: 'TRACE', picks: [] }, addressIn: [] } }), path: 'announce.request.method' }],
  },
  'GET /api/v1/callback-trials/:trialId': { access: drawing, params: ofTrial, own: true, wrongQuery: { query: 'wait=60', path: 'query.wait' } },
  'DELETE /api/v1/callback-trials/:trialId': { access: drawing, params: ofTrial, own: true },

  'POST /api/v1/bots/:botId/model-calls': { access: drawing, params: ofBot, body: () => modelCall, wrong: [{ body: () => ({ ...modelCall, role: 'king' }), path: 'role' }, { body: () => ({ ...modelCall, output: { as: 'song' } }), path: 'output.as' }] },

  'GET /api/v1/models': { access: owners },
  'GET /api/v1/model-roles': { access: reading },
  'POST /api/v1/model-endpoints': { access: owners, body: () => endpoint, stale: { body: () => ({ ...endpoint, name: 'Walked over' }), status: 409 }, wrong: [{ body: () => ({ ...endpoint, baseUrl: 'ftp://x' }), path: 'baseUrl' }, { body: () => ({ ...endpoint, key: 'a b' }), path: 'key' }] },
  'PATCH /api/v1/model-endpoints/:endpointId': { access: owners, params: ofEndpoint, body: () => ({ key: 'another' }), wrong: [{ body: () => ({ name: '' }), path: 'name' }, { body: () => ({ baseUrl: 'https://other.example.org/v1' }), path: 'key' }] },
  'DELETE /api/v1/model-endpoints/:endpointId': { access: owners, params: ofEndpoint },
  'POST /api/v1/model-endpoints/:endpointId/models': { access: owners, params: ofEndpoint, body: () => ({ name: 'other' }), wrong: [{ body: () => ({ name: 'other', priceIn: -1 }), path: 'priceIn' }, { body: () => ({ name: 'other', roles: ['king'] }), path: 'roles.0' }], stale: { body: () => ({ name: 'walked' }), status: 409 } },
  'PATCH /api/v1/models/:modelId': { access: owners, params: ofModel, body: () => ({ priceIn: 2 }), wrong: [{ body: () => ({ maxOutput: 0 }), path: 'maxOutput' }] },
  'DELETE /api/v1/models/:modelId': { access: owners, params: ofModel },
  'PUT /api/v1/model-roles/:role': { access: owners, params: () => ({ role: 'fast' }), body: ({ model }) => ({ models: [model] }), wrong: [{ body: () => ({ models: ['x'] }), path: 'models.0' }, { body: ({ bot }) => ({ models: [bot] }), path: 'models' }] },
  'POST /api/v1/models/:modelId/try': { access: owners, params: ofModel, body: () => ({ role: 'fast' }), wrong: [{ body: () => ({ role: 'x' }), path: 'role' }] },

  'GET /api/v1/bots/:botId/sessions': { access: reading, params: ofBot, wrongQuery: { query: 'after=yesterday', path: 'query.after' } },
  'GET /api/v1/sessions/:sessionId': { access: reading, params: ofSession },
  'GET /api/v1/sessions/:sessionId/turns/:turn/snapshot': { access: reading, params: ({ session }) => ({ sessionId: session, turn: '1' }) },
  'GET /api/v1/sessions/:sessionId/turns': { access: reading, params: ofSession, wrongQuery: { query: 'after=x', path: 'query.after' } },

  'POST /api/v1/sandbox/run': {
    access: drawing, body: () => ({ code: 'export default () => 1', input: {}, now: '2026-11-20T09:00:00Z', seed: 1 }),
    wrong: [{ body: () => ({ code: 'export default () => 1', input: {}, now: 'today', seed: 1 }), path: 'now' }],
  },
  'POST /api/v1/bots/:botId/code-runs': {
    access: reading, params: ofBot, body: () => ({ code: 'export default () => 1', input: {}, now: '2026-11-20T09:00:00Z', seed: 1 }),
    wrong: [{ body: () => ({ code: 'export default () => 1', input: {}, now: '2026-11-20T09:00:00Z', seed: -1 }), path: 'seed' }],
  },
  'GET /api/v1/audit': { access: owners, ...paged },
};

/** Every mounted address outside `/api/v1`, with the reason why it needs no account. */
export const openAddresses: Readonly<Record<string, string>> = {
  'POST /channels/rest/:token/messages': 'The token in the address is the right; an unknown one is answered with 404.',
  'GET /channels/web/:slug': 'What a chat page shows to anybody: the bot’s name, colour and languages.',
  'POST /channels/web/:slug/visitors': 'Anybody may become a visitor; the token given is the right to one conversation.',
  'GET /channels/web/:slug/messages': 'The visitor’s token is the right, to that visitor’s conversation only.',
  'POST /channels/web/:slug/messages': 'The visitor’s token is the right, to that visitor’s conversation only.',
  'POST /channels/web/:slug/media': 'The visitor’s token is the right, to give files in that visitor’s conversation only.',
  'GET /callbacks/:reference': 'The signature in the address is the right, to be told what one conversation waits for.',
  'POST /callbacks/:reference': 'The signature in the address is the right, to answer one conversation once.',
  'GET /media/:id': 'The signature in the address is the right, to this file and until it expires.',
  'GET /healthz': 'Tells that the process lives.',
  'GET /readyz': 'Tells that the process takes requests.',
  'GET /metrics': 'Figures without ids, names or texts; keep it from the world in the proxy.',
  'GET /api/openapi.json': 'The same for everybody; nothing of this installation is in it.',
  'GET /api/docs': 'The same for everybody.',
  'GET /api/docs/start.js': 'The same for everybody.',
  'GET /api/docs/swagger-ui.css': 'The same for everybody.',
  'GET /api/docs/swagger-ui-bundle.js': 'The same for everybody.',
  'GET /embed.js': 'A script for other sites; nothing of this installation is in it.',
  'GET /chat/:slug': 'The page contacts chat on.',
};

/** Namespaces of the socket server, with what decides who may connect. */
export const socketNamespaces: Readonly<Record<string, string>> = {
  '/': 'Nothing listens here: a client that connects to it hears and can do nothing.',
  '/studio': 'An access token; rooms and events have policies of their own (sockets/sockets.test.ts).',
  '/chat': 'A visitor’s token of the bot, to that visitor’s conversation only.',
};
