import { DataTypes, Model } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** A conversational service: its flows, releases, channels and contacts hang on it. */
export class Bot extends Model<InferAttributes<Bot>, InferCreationAttributes<Bot>> {
  declare id: string;
  /** Its name in addresses: `/chat/<slug>`. */
  declare slug: string;
  declare name: string;
  declare paused: CreationOptional<boolean>;
  /** Turns and messages older than this are deleted. */
  declare retentionDays: CreationOptional<number>;
  declare madeAt: Date;
  declare madeBy: string | null;
}

/** Binds the model to one database. */
export function defineBot(sequelize: Sequelize): typeof Bot {
  return class extends Bot {}.init({
    id: { type: DataTypes.UUID, primaryKey: true },
    slug: { type: DataTypes.TEXT, allowNull: false },
    name: { type: DataTypes.TEXT, allowNull: false },
    paused: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
    retentionDays: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 365 },
    madeAt: { type: DataTypes.DATE, allowNull: false },
    madeBy: { type: DataTypes.UUID },
  }, table(sequelize, 'Bot', 'bots'));
}
