import { DataTypes, Model } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** The one row that says which secret this database belongs to. */
export class Installation extends Model<InferAttributes<Installation>, InferCreationAttributes<Installation>> {
  declare one: CreationOptional<boolean>;
  declare keyId: string;
  declare madeAt: Date;
}

/** Binds the model to one database. */
export function defineInstallation(sequelize: Sequelize): typeof Installation {
  return class extends Installation {}.init({
    one: { type: DataTypes.BOOLEAN, primaryKey: true, defaultValue: true },
    keyId: { type: DataTypes.TEXT, allowNull: false },
    madeAt: { type: DataTypes.DATE, allowNull: false },
  }, table(sequelize, 'Installation', 'installation'));
}
