import { DataTypes, Model } from 'sequelize';
import type { InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** A way in which an account proves who it is; for a password, `secret` is its argon2id hash. */
export class Identity extends Model<InferAttributes<Identity>, InferCreationAttributes<Identity>> {
  declare id: string;
  declare account: string;
  declare kind: 'password';
  declare secret: string;
  declare madeAt: Date;
}

/** Binds the model to one database. */
export function defineIdentity(sequelize: Sequelize): typeof Identity {
  return class extends Identity {}.init({
    id: { type: DataTypes.UUID, primaryKey: true },
    account: { type: DataTypes.UUID, allowNull: false },
    kind: { type: DataTypes.TEXT, allowNull: false },
    secret: { type: DataTypes.TEXT, allowNull: false },
    madeAt: { type: DataTypes.DATE, allowNull: false },
  }, table(sequelize, 'Identity', 'identities'));
}
