import type { JsonObject } from '@parley/shared/lib/json';
import type { CallbackContract } from '@parley/shared/machine/callback';
import { DataTypes, Model } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** An address that can be called back once; `lane`, `session` and `wait` say what that answers. */
export class CallbackReference extends Model<InferAttributes<CallbackReference>, InferCreationAttributes<CallbackReference>> {
  declare id: string;
  declare bot: string;
  declare contact: string | null;
  declare lane: string;
  declare session: number;
  declare wait: number;
  declare contract: CallbackContract;
  declare inputs: JsonObject;
  declare language: CreationOptional<string | null>;
  declare madeAt: Date;
  declare expiresAt: Date;
  /** Null = nobody has called yet. */
  declare outcome: CreationOptional<'taken' | 'late' | 'expired' | null>;
  declare code: CreationOptional<string | null>;
  declare answeredAt: CreationOptional<Date | null>;
}

/** Binds the model to one database. */
export function defineCallbackReference(sequelize: Sequelize): typeof CallbackReference {
  return class extends CallbackReference {}.init({
    id: { type: DataTypes.UUID, primaryKey: true },
    bot: { type: DataTypes.UUID, allowNull: false },
    contact: { type: DataTypes.UUID },
    lane: { type: DataTypes.UUID, allowNull: false },
    session: { type: DataTypes.BIGINT, allowNull: false },
    wait: { type: DataTypes.BIGINT, allowNull: false },
    contract: { type: DataTypes.JSONB, allowNull: false },
    inputs: { type: DataTypes.JSONB, allowNull: false },
    language: { type: DataTypes.TEXT },
    madeAt: { type: DataTypes.DATE, allowNull: false },
    expiresAt: { type: DataTypes.DATE, allowNull: false },
    outcome: { type: DataTypes.TEXT },
    code: { type: DataTypes.TEXT },
    answeredAt: { type: DataTypes.DATE },
  }, table(sequelize, 'CallbackReference', 'callback_references'));
}
