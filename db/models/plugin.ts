import type { PluginDefinition } from '@parley/shared/nodes/pluginDefinition';
import { DataTypes, Model } from 'sequelize';
import type { InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** One version of a plugin; never changed. */
export class Plugin extends Model<InferAttributes<Plugin>, InferCreationAttributes<Plugin>> {
  declare id: string;
  declare key: string;
  declare version: number;
  declare definition: PluginDefinition;
  declare madeBy: string | null;
  declare madeAt: Date;
}

/** Binds the model to one database. */
export function definePlugin(sequelize: Sequelize): typeof Plugin {
  return class extends Plugin {}.init({
    id: { type: DataTypes.UUID, primaryKey: true },
    key: { type: DataTypes.TEXT, allowNull: false },
    version: { type: DataTypes.INTEGER, allowNull: false },
    definition: { type: DataTypes.JSONB, allowNull: false },
    madeBy: { type: DataTypes.UUID },
    madeAt: { type: DataTypes.DATE, allowNull: false },
  }, table(sequelize, 'Plugin', 'plugins'));
}
