import type { CredentialKind } from '@parley/shared/api/credentials';
import { DataTypes, Model } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** What flows prove themselves with to another system. */
export class Credential extends Model<InferAttributes<Credential>, InferCreationAttributes<Credential>> {
  declare id: string;
  /** null = shared by all bots. */
  declare bot: string | null;
  declare name: string;
  declare kind: CredentialKind;
  /** The name that is no secret: of the user (basic), the header or the parameter. */
  declare field: CreationOptional<string>;
  /** Sealed about the row's id. */
  declare secret: string;
  declare hosts: string[];
  declare madeBy: string | null;
  declare madeAt: Date;
  declare changedBy: string | null;
  declare changedAt: Date;
  declare lastUsedAt: CreationOptional<Date | null>;
}

/** Binds the model to one database. */
export function defineCredential(sequelize: Sequelize): typeof Credential {
  return class extends Credential {}.init({
    id: { type: DataTypes.UUID, primaryKey: true },
    bot: { type: DataTypes.UUID },
    name: { type: DataTypes.TEXT, allowNull: false },
    kind: { type: DataTypes.TEXT, allowNull: false },
    field: { type: DataTypes.TEXT, allowNull: false, defaultValue: '' },
    secret: { type: DataTypes.TEXT, allowNull: false },
    hosts: { type: DataTypes.JSONB, allowNull: false },
    madeBy: { type: DataTypes.UUID },
    madeAt: { type: DataTypes.DATE, allowNull: false },
    changedBy: { type: DataTypes.UUID },
    changedAt: { type: DataTypes.DATE, allowNull: false },
    lastUsedAt: { type: DataTypes.DATE },
  }, table(sequelize, 'Credential', 'credentials'));
}
