import { emptySchema } from '@parley/shared/api/common';
import { modelRegistrySchema, servedRolesSchema, triedModelCallSchema, triedModelSchema } from '@parley/shared/api/models';
import type { AddModelBody, ChangeModelBody, ChangeModelEndpointBody, CreateModelEndpointBody, TryModelCallBody } from '@parley/shared/api/models';
import type { ModelRole } from '@parley/shared/machine/modelCall';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './client.ts';

/** Endpoints, their models, and the order in each role. */
export const modelsQuery = queryOptions({ queryKey: ['models'], queryFn: ({ signal }) => ask({ path: '/models', answer: modelRegistrySchema, signal }) });

/** Which roles have a model. */
export const servedRolesQuery = queryOptions({ queryKey: ['modelRoles'], queryFn: ({ signal }) => ask({ path: '/model-roles', answer: servedRolesSchema, signal }) });

/** Adds an endpoint; its key is never given back. */
export const createEndpoint = (body: CreateModelEndpointBody) => ask({ method: 'POST', path: '/model-endpoints', body, answer: modelRegistrySchema });

/** Renames an endpoint, moves it or replaces its key. */
export const changeEndpoint = (id: string, body: ChangeModelEndpointBody) => ask({ method: 'PATCH', path: `/model-endpoints/${id}`, body, answer: modelRegistrySchema });

/** Deletes an endpoint with its models. */
export const deleteEndpoint = (id: string) => ask({ method: 'DELETE', path: `/model-endpoints/${id}`, answer: emptySchema });

/** Adds a model of an endpoint. */
export const addModel = (endpoint: string, body: AddModelBody) => ask({ method: 'POST', path: `/model-endpoints/${endpoint}/models`, body, answer: modelRegistrySchema });

/** Changes a model’s name, prices or limit. */
export const changeModel = (id: string, body: ChangeModelBody) => ask({ method: 'PATCH', path: `/models/${id}`, body, answer: modelRegistrySchema });

/** Removes a model. */
export const removeModel = (id: string) => ask({ method: 'DELETE', path: `/models/${id}`, answer: emptySchema });

/** Says which models serve a role, in the order in which they are tried. */
export const orderModels = (role: ModelRole, models: readonly string[]) => ask({ method: 'PUT', path: `/model-roles/${role}`, body: { models }, answer: modelRegistrySchema });

/** Asks a model something small. */
export const tryModel = (id: string, role: ModelRole) => ask({ method: 'POST', path: `/models/${id}/try`, body: { role }, answer: triedModelSchema });

/** Asks a model what a node of a bot asks, once, through the server. */
export const tryModelCall = (botId: string, body: TryModelCallBody) => ask({ method: 'POST', path: `/bots/${botId}/model-calls`, body, answer: triedModelCallSchema });
