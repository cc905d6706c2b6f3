import type { FlowSet } from '@parley/shared/flow/document';
import { DataTypes, Model } from 'sequelize';
import type { InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** A moment of a bot that somebody gave a name, with its flows as they were. */
export class NamedVersion extends Model<InferAttributes<NamedVersion>, InferCreationAttributes<NamedVersion>> {
  declare id: string;
  declare bot: string;
  declare name: string;
  declare flow: FlowSet;
  /** The revision of each flow it was made from. */
  declare revisions: Record<string, number>;
  /** The moment that has the name. */
  declare at: Date;
  declare by: string | null;
  declare madeAt: Date;
}

/** Binds the model to one database. */
export function defineNamedVersion(sequelize: Sequelize): typeof NamedVersion {
  return class extends NamedVersion {}.init({
    id: { type: DataTypes.UUID, primaryKey: true },
    bot: { type: DataTypes.UUID, allowNull: false },
    name: { type: DataTypes.TEXT, allowNull: false },
    flow: { type: DataTypes.JSONB, allowNull: false },
    revisions: { type: DataTypes.JSONB, allowNull: false },
    at: { type: DataTypes.DATE, allowNull: false },
    by: { type: DataTypes.UUID },
    madeAt: { type: DataTypes.DATE, allowNull: false },
  }, table(sequelize, 'NamedVersion', 'named_versions'));
}
