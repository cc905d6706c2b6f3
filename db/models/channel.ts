import type { ChannelType } from '@parley/shared/flow/document';
import type { JsonObject } from '@parley/shared/lib/json';
import { DataTypes, Model } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** A way to reach a bot. */
export class Channel extends Model<InferAttributes<Channel>, InferCreationAttributes<Channel>> {
  declare id: string;
  declare bot: string;
  declare type: ChannelType;
  /** SHA-256 of the token in its address, in hex; null where the address has none (web). */
  declare tokenHash: string | null;
  /** By type. rest: `{callbackUrl?, callbackSecret?}` (the secret sealed about the channel's id); web: `{origins}`. */
  declare settings: CreationOptional<JsonObject>;
  declare paused: CreationOptional<boolean>;
  declare madeAt: Date;
}

/** Binds the model to one database. */
export function defineChannel(sequelize: Sequelize): typeof Channel {
  return class extends Channel {}.init({
    id: { type: DataTypes.UUID, primaryKey: true },
    bot: { type: DataTypes.UUID, allowNull: false },
    type: { type: DataTypes.TEXT, allowNull: false },
    tokenHash: { type: DataTypes.TEXT },
    settings: { type: DataTypes.JSONB, allowNull: false, defaultValue: {} },
    paused: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
    madeAt: { type: DataTypes.DATE, allowNull: false },
  }, table(sequelize, 'Channel', 'channels'));
}
