import { modelSpending } from '@parley/db/queries/models';
import type { LanguageModel, ModelRegistry } from '@parley/shared/api/models';
import ipaddr from 'ipaddr.js';
import type { App } from '../app.ts';
import { isPublicAddress } from '../../lib/publicAddress.ts';

const spentDays = 30;
const nothing = { calls: 0, failed: 0, tokensIn: 0, tokensOut: 0, cost: 0 };

/** All endpoints with their models and what these took lately, and the roles in order. Keys stay where they are. */
export async function presentModels({ clock, db, models }: Pick<App, 'clock' | 'db' | 'models'>): Promise<ModelRegistry> {
  const [endpoints, known, roles, spending] = await Promise.all([
    models.ModelEndpoint.findAll({ order: [['name', 'ASC']] }),
    models.LanguageModel.findAll({ order: [['name', 'ASC']] }),
    models.ModelRole.findAll({ order: [['position', 'ASC']] }),
    modelSpending(db.pool, new Date(clock.now().getTime() - spentDays * 86_400_000)),
  ]);
  const spentBy = new Map(spending.map(({ model, ...spent }) => [model, spent]));
  const inRole = (role: keyof ModelRegistry['roles']): string[] => roles.filter((each) => each.role === role).map(({ model }) => model);
  return {
    endpoints: endpoints.map(({ id, name, baseUrl, key }) => ({
      id, name, baseUrl, hasKey: key !== null, private: isPrivate(baseUrl),
      models: known.filter(({ endpoint }) => endpoint === id).map((model): LanguageModel => ({ id: model.id, name: model.name, priceIn: model.priceIn, priceOut: model.priceOut, maxOutput: model.maxOutput, spent: spentBy.get(model.id) ?? nothing })),
    })),
    roles: { fast: inRole('fast'), best: inRole('best'), embedding: inRole('embedding'), speech: inRole('speech') },
    standInCalls: spentBy.get(null)?.calls ?? 0,
  };
}

/** Whether an address says itself that it is in a private network. */
function isPrivate(baseUrl: string): boolean {
  const host = new URL(baseUrl).hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(host) ? !isPublicAddress(host) : host === 'localhost' || !host.includes('.') || /\.(?:local|internal|lan|home\.arpa)$/.test(host);
}
