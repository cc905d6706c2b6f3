import { duplicateBodySchema, exportedBotSchema, importedSchema, importQuerySchema, useCredentialBodySchema, usedCredentialsSchema } from '@parley/shared/api/exchange';
import type { Imported } from '@parley/shared/api/exchange';
import { botFileLimits } from '@parley/shared/exchange/botFile';
import { botFileJsonSchema } from '@parley/shared/exchange/botFileJsonSchema';
import { writeBotFile } from '@parley/shared/exchange/writeBotFile';
import * as z from 'zod';
import { duplicateBot } from '../../commands/duplicateBot.ts';
import { exportBot } from '../../commands/exportBot.ts';
import { exportDraft } from '../../commands/exportProject.ts';
import { importBot } from '../../commands/importBot.ts';
import type { PlacedBot } from '../../commands/placeBot.ts';
import { replaceCredential } from '../../commands/replaceCredential.ts';
import { readUploadText } from '../../lib/readUploadText.ts';
import { notFound } from '../../lib/refusal.ts';
import { slugOf } from '../../lib/slugOf.ts';
import type { App } from '../app.ts';
import { rowId } from '../params.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { presentSaved } from '../flows/present.ts';
import { botPolicy } from './policy.ts';
import { presentBots } from './present.ts';

const tag = 'Bots';
const params = z.object({ botId: rowId });

async function present(app: App, { bot: { id }, report, missingCredentials }: PlacedBot, tool: Imported['tool']): Promise<Imported> {
  const row = await app.models.Bot.findByPk(id);
  const [bot] = row ? await presentBots(app, [row]) : [];
  if (!bot) throw notFound('bot');
  return { bot, tool, report, missingCredentials };
}

/** Bots as files, and files as bots. */
export const exchangeRoutes: readonly Route[] = [
  defineRoute({
    method: 'get', path: '/api/v1/bots/:botId/export', id: 'exportBot', tag, summary: 'A bot as a file: flows, tests, names of credentials, never their secrets', policy: botPolicy.export,
    params, reply: { status: 200, json: exportedBotSchema },
    handle: async (app, { params: { botId }, response }) => {
      const file = await exportBot(app, botId);
      response.attachment(`${slugOf(file.name) || 'bot'}.parley.json`);
      return exportedBotSchema.parse(writeBotFile(file));
    },
  }),
  defineRoute({
    method: 'get', path: '/api/v1/bots/:botId/project', id: 'exportProject', tag, summary: 'Its draft as a zip that runs on plain xstate; a release has one, too', policy: botPolicy.export,
    params, reply: { status: 200, file: 'application/zip' },
    handle: async (app, { params: { botId }, response }) => {
      const { name, zip } = await exportDraft(app, botId);
      response.attachment(name);
      return zip;
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/bots/import', id: 'importBot', tag, summary: 'Makes a bot from a file: our own, Typebot’s (version 6), or RapidPro’s, TextIt’s or Glific’s flows', policy: botPolicy.import,
    query: importQuerySchema, upload: true, reply: { status: 201, json: importedSchema },
    handle: async (app, { caller, query: { name }, request }) => {
      const imported = await importBot(app, caller.id, { text: await readUploadText(request, botFileLimits.bytes), name });
      return present(app, imported, imported.tool);
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/bots/:botId/duplicate', id: 'duplicateBot', tag, summary: 'Makes a bot that is drawn and tested like this one', policy: botPolicy.duplicate,
    params, body: duplicateBodySchema, reply: { status: 201, json: importedSchema },
    handle: async (app, { caller, params: { botId }, body: { name } }) => present(app, await duplicateBot(app, caller.id, { bot: botId, name }), 'parley'),
  }),
  defineRoute({
    method: 'post', path: '/api/v1/bots/:botId/use-credential', id: 'useCredential', tag, summary: 'Has all nodes that name one credential name another', policy: botPolicy.useCredential,
    params, body: useCredentialBodySchema, reply: { status: 200, json: usedCredentialsSchema },
    handle: async (app, { caller, params: { botId }, body }) => {
      const saved = await replaceCredential(app, caller.id, { bot: botId, ...body });
      for (const event of saved.map((each) => presentSaved(each, caller))) if (event) app.announce.batch(event);
      return { flows: saved.map(({ flowId }) => flowId) };
    },
  }),
  defineRoute({
    method: 'get', path: '/api/v1/schemas/bot', id: 'getBotFileSchema', tag, summary: 'The file of a bot as a JSON Schema, with the data of every node type', policy: botPolicy.fileSchema,
    reply: { status: 200, json: z.record(z.string(), z.json()).meta({ description: 'A JSON Schema, 2020-12' }) },
    handle: (app) => Promise.resolve(botFileJsonSchema(app.nodeTypes)),
  }),
];
