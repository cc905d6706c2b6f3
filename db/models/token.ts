import { DataTypes, Model } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** A refresh token or an invitation, kept as a hash. All refresh tokens of one sign-in share a family. */
export class Token extends Model<InferAttributes<Token>, InferCreationAttributes<Token>> {
  declare id: string;
  declare account: string;
  declare kind: 'refresh' | 'invite';
  declare family: string;
  declare hash: string;
  declare expiresAt: Date;
  declare usedAt: CreationOptional<Date | null>;
  declare revokedAt: CreationOptional<Date | null>;
  declare madeAt: Date;
}

/** Binds the model to one database. */
export function defineToken(sequelize: Sequelize): typeof Token {
  return class extends Token {}.init({
    id: { type: DataTypes.UUID, primaryKey: true },
    account: { type: DataTypes.UUID, allowNull: false },
    kind: { type: DataTypes.TEXT, allowNull: false },
    family: { type: DataTypes.UUID, allowNull: false },
    hash: { type: DataTypes.TEXT, allowNull: false },
    expiresAt: { type: DataTypes.DATE, allowNull: false },
    usedAt: { type: DataTypes.DATE },
    revokedAt: { type: DataTypes.DATE },
    madeAt: { type: DataTypes.DATE, allowNull: false },
  }, table(sequelize, 'Token', 'tokens'));
}
