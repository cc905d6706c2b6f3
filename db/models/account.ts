import { DataTypes, Model } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** What an account may do, from most to least. */
export type Access = 'owner' | 'admin' | 'editor' | 'analyst' | 'agent' | 'member';

/** A person who works with this installation. */
export class Account extends Model<InferAttributes<Account>, InferCreationAttributes<Account>> {
  declare id: string;
  /** In lower case. */
  declare email: string;
  declare name: string;
  declare access: Access;
  declare suspended: CreationOptional<boolean>;
  declare madeAt: Date;
}

/** Binds the model to one database. */
export function defineAccount(sequelize: Sequelize): typeof Account {
  return class extends Account {}.init({
    id: { type: DataTypes.UUID, primaryKey: true },
    email: { type: DataTypes.TEXT, allowNull: false },
    name: { type: DataTypes.TEXT, allowNull: false },
    access: { type: DataTypes.TEXT, allowNull: false },
    suspended: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
    madeAt: { type: DataTypes.DATE, allowNull: false },
  }, table(sequelize, 'Account', 'accounts'));
}
