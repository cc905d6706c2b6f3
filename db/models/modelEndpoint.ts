import { DataTypes, Model } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** An endpoint at which language models answer. */
export class ModelEndpoint extends Model<InferAttributes<ModelEndpoint>, InferCreationAttributes<ModelEndpoint>> {
  declare id: string;
  declare name: string;
  declare kind: CreationOptional<'openai'>;
  declare baseUrl: string;
  /** Sealed about the row's id; null = it asks for none. */
  declare key: string | null;
  declare madeBy: string | null;
  declare madeAt: Date;
  declare changedBy: string | null;
  declare changedAt: Date;
}

/** Binds the model to one database. */
export function defineModelEndpoint(sequelize: Sequelize): typeof ModelEndpoint {
  return class extends ModelEndpoint {}.init({
    id: { type: DataTypes.UUID, primaryKey: true },
    name: { type: DataTypes.TEXT, allowNull: false },
    kind: { type: DataTypes.TEXT, allowNull: false, defaultValue: 'openai' },
    baseUrl: { type: DataTypes.TEXT, allowNull: false },
    key: { type: DataTypes.TEXT },
    madeBy: { type: DataTypes.UUID },
    madeAt: { type: DataTypes.DATE, allowNull: false },
    changedBy: { type: DataTypes.UUID },
    changedAt: { type: DataTypes.DATE, allowNull: false },
  }, table(sequelize, 'ModelEndpoint', 'model_endpoints'));
}
