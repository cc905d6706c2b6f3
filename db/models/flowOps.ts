import type { About } from '@parley/shared/flow/aboutBatch';
import type { Json } from '@parley/shared/lib/json';
import { DataTypes, Model } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** One batch of ops that made one revision of a flow. */
export class FlowOps extends Model<InferAttributes<FlowOps>, InferCreationAttributes<FlowOps>> {
  declare flow: string;
  declare revision: number;
  /** The client's id of the batch; a repeated one is answered with the revision it made. */
  declare id: string;
  declare gesture: string;
  declare ops: Json;
  /** What it was about, in the names of its day; null in rows of before these were kept. */
  declare about: CreationOptional<About | null>;
  declare by: string | null;
  declare at: Date;
}

/** Binds the model to one database. */
export function defineFlowOps(sequelize: Sequelize): typeof FlowOps {
  return class extends FlowOps {}.init({
    flow: { type: DataTypes.UUID, primaryKey: true },
    revision: { type: DataTypes.INTEGER, primaryKey: true },
    id: { type: DataTypes.TEXT, allowNull: false },
    gesture: { type: DataTypes.TEXT, allowNull: false },
    ops: { type: DataTypes.JSONB, allowNull: false },
    about: { type: DataTypes.JSONB },
    by: { type: DataTypes.UUID },
    at: { type: DataTypes.DATE, allowNull: false },
  }, table(sequelize, 'FlowOps', 'flow_ops'));
}
