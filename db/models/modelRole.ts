import type { ModelRole as Role } from '@parley/shared/machine/modelCall';
import { DataTypes, Model } from 'sequelize';
import type { InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** A model in a role, at its place in the order in which they are tried. */
export class ModelRole extends Model<InferAttributes<ModelRole>, InferCreationAttributes<ModelRole>> {
  declare role: Role;
  declare model: string;
  declare position: number;
}

/** Binds the model to one database. */
export function defineModelRole(sequelize: Sequelize): typeof ModelRole {
  return class extends ModelRole {}.init({
    role: { type: DataTypes.TEXT, primaryKey: true },
    model: { type: DataTypes.UUID, primaryKey: true },
    position: { type: DataTypes.INTEGER, allowNull: false },
  }, table(sequelize, 'ModelRole', 'model_roles'));
}
