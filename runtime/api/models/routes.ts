import { emptySchema } from '@parley/shared/api/common';
import { addModelBodySchema, changeModelBodySchema, changeModelEndpointBodySchema, createModelEndpointBodySchema, modelRegistrySchema, modelRoleSchema, orderModelsBodySchema, servedRolesSchema, triedModelSchema, tryModelBodySchema } from '@parley/shared/api/models';
import * as z from 'zod';
import { addModel, changeModel, orderModels, removeModel } from '../../commands/changeModels.ts';
import { changeModelEndpoint, createModelEndpoint, deleteModelEndpoint } from '../../commands/changeModelEndpoints.ts';
import { notFound } from '../../lib/refusal.ts';
import { createModels } from '../../models/createModels.ts';
import { rowId } from '../params.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { whileConnected } from '../whileConnected.ts';
import { modelPolicy } from './policy.ts';
import { presentModels } from './present.ts';
import { tryModelCall } from './tryCall.ts';

const tag = 'Models';
const ofEndpoint = z.object({ endpointId: rowId });
const ofModel = z.object({ modelId: rowId });
const registry = { status: 200, json: modelRegistrySchema } as const;

/** The language models of the installation: endpoints, models, and which are tried for what. Every change gives all of them back. */
export const modelRoutes: readonly Route[] = [
  tryModelCall,
  defineRoute({
    method: 'get', path: '/api/v1/models', id: 'listModels', tag, summary: 'Lists endpoints, their models with what they took, and the order in each role', policy: modelPolicy.manage, reply: registry,
    handle: (app) => presentModels(app),
  }),
  defineRoute({
    method: 'get', path: '/api/v1/model-roles', id: 'listServedRoles', tag, summary: 'Tells which roles have a model', policy: modelPolicy.served, reply: { status: 200, json: servedRolesSchema },
    handle: async ({ models }) => ({ roles: [...new Set((await models.ModelRole.findAll()).map(({ role }) => role))] }),
  }),
  defineRoute({
    method: 'post', path: '/api/v1/model-endpoints', id: 'createModelEndpoint', tag, summary: 'Adds an endpoint that speaks OpenAI’s protocol', policy: modelPolicy.manage, body: createModelEndpointBodySchema, reply: { ...registry, status: 201 },
    handle: async (app, { caller, body }) => {
      await createModelEndpoint(app, caller.id, body);
      return presentModels(app);
    },
  }),
  defineRoute({
    method: 'patch', path: '/api/v1/model-endpoints/:endpointId', id: 'changeModelEndpoint', tag, summary: 'Renames an endpoint, moves it or replaces its key', policy: modelPolicy.manage, params: ofEndpoint, body: changeModelEndpointBodySchema, reply: registry,
    handle: async (app, { caller, params: { endpointId }, body }) => {
      await changeModelEndpoint(app, caller.id, { id: endpointId, body });
      return presentModels(app);
    },
  }),
  defineRoute({
    method: 'delete', path: '/api/v1/model-endpoints/:endpointId', id: 'deleteModelEndpoint', tag, summary: 'Deletes an endpoint with its models', policy: modelPolicy.manage, params: ofEndpoint, reply: { status: 200, json: emptySchema },
    handle: async (app, { caller, params: { endpointId } }) => {
      await deleteModelEndpoint(app, caller.id, endpointId);
      return {};
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/model-endpoints/:endpointId/models', id: 'addModel', tag, summary: 'Adds a model of an endpoint, last in the roles it is given', policy: modelPolicy.manage, params: ofEndpoint, body: addModelBodySchema, reply: { ...registry, status: 201 },
    handle: async (app, { caller, params: { endpointId }, body }) => {
      await addModel(app, caller.id, { endpoint: endpointId, body });
      return presentModels(app);
    },
  }),
  defineRoute({
    method: 'patch', path: '/api/v1/models/:modelId', id: 'changeModel', tag, summary: 'Changes a model’s name, prices or limit', policy: modelPolicy.manage, params: ofModel, body: changeModelBodySchema, reply: registry,
    handle: async (app, { caller, params: { modelId }, body }) => {
      await changeModel(app, caller.id, { id: modelId, body });
      return presentModels(app);
    },
  }),
  defineRoute({
    method: 'delete', path: '/api/v1/models/:modelId', id: 'removeModel', tag, summary: 'Removes a model', policy: modelPolicy.manage, params: ofModel, reply: { status: 200, json: emptySchema },
    handle: async (app, { caller, params: { modelId } }) => {
      await removeModel(app, caller.id, modelId);
      return {};
    },
  }),
  defineRoute({
    method: 'put', path: '/api/v1/model-roles/:role', id: 'orderModels', tag, summary: 'Says which models serve a role, in the order in which they are tried', policy: modelPolicy.manage, params: z.object({ role: modelRoleSchema }), body: orderModelsBodySchema, reply: registry,
    handle: async (app, { caller, params: { role }, body: { models } }) => {
      await orderModels(app, caller.id, { role, models });
      return presentModels(app);
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/models/:modelId/try', id: 'tryModel', tag, summary: 'Asks a model something small and tells how it went', policy: modelPolicy.manage, params: ofModel, body: tryModelBodySchema, reply: { status: 200, json: triedModelSchema },
    handle: async (app, { caller, params: { modelId }, body: { role }, request: { socket } }) => {
      const tried = await whileConnected(socket, (signal) => createModels(app).try(modelId, { role, account: caller.id, signal }));
      if (!tried) throw notFound('model');
      const { ok, ms, says, used: { tokensIn, tokensOut }, cost } = tried;
      return { ok, ms, says, tokensIn, tokensOut, cost };
    },
  }),
];
