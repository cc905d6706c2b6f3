import type { Flow as FlowDocument } from '@parley/shared/flow/document';
import { DataTypes, Model } from 'sequelize';
import type { InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** A drawing as it was in one revision, whole. */
export class FlowSnapshot extends Model<InferAttributes<FlowSnapshot>, InferCreationAttributes<FlowSnapshot>> {
  declare flow: string;
  declare revision: number;
  /** As it was; older shapes are migrated by `parseFlow` on read. */
  declare document: FlowDocument;
}

/** Binds the model to one database. */
export function defineFlowSnapshot(sequelize: Sequelize): typeof FlowSnapshot {
  return class extends FlowSnapshot {}.init({
    flow: { type: DataTypes.UUID, primaryKey: true },
    revision: { type: DataTypes.INTEGER, primaryKey: true },
    document: { type: DataTypes.JSONB, allowNull: false },
  }, table(sequelize, 'FlowSnapshot', 'flow_snapshots'));
}
