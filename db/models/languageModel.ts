import { DataTypes, Model } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** A language model of an endpoint, by the name it is known by there. */
export class LanguageModel extends Model<InferAttributes<LanguageModel>, InferCreationAttributes<LanguageModel>> {
  declare id: string;
  declare endpoint: string;
  declare name: string;
  /** Per million tokens, as `priceOut`. */
  declare priceIn: CreationOptional<number>;
  declare priceOut: CreationOptional<number>;
  /** Most tokens of one answer; null = its own limit. */
  declare maxOutput: number | null;
  declare madeAt: Date;
}

/** Binds the model to one database. */
export function defineLanguageModel(sequelize: Sequelize): typeof LanguageModel {
  return class extends LanguageModel {}.init({
    id: { type: DataTypes.UUID, primaryKey: true },
    endpoint: { type: DataTypes.UUID, allowNull: false },
    name: { type: DataTypes.TEXT, allowNull: false },
    priceIn: { type: DataTypes.DOUBLE, allowNull: false, defaultValue: 0 },
    priceOut: { type: DataTypes.DOUBLE, allowNull: false, defaultValue: 0 },
    maxOutput: { type: DataTypes.INTEGER },
    madeAt: { type: DataTypes.DATE, allowNull: false },
  }, table(sequelize, 'LanguageModel', 'models'));
}
