import { Op } from 'sequelize';
import type { FlowOps } from '../models/flowOps.ts';
import type { Models } from '../models/index.ts';

/** The batches of a flow after a revision, oldest first. */
export function flowOpsAfter({ FlowOps: model }: Pick<Models, 'FlowOps'>, { flow, revision, limit }: { flow: string; revision: number; limit: number }): Promise<FlowOps[]> {
  return model.findAll({ where: { flow, revision: { [Op.gt]: revision } }, order: [['revision', 'asc']], limit });
}
