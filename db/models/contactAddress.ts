import { DataTypes, Model } from 'sequelize';
import type { InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** What a channel calls a contact. */
export class ContactAddress extends Model<InferAttributes<ContactAddress>, InferCreationAttributes<ContactAddress>> {
  declare channel: string;
  /** Normalised by the channel; the same text the lane's id is made from. */
  declare identifier: string;
  declare contact: string;
  declare madeAt: Date;
}

/** Binds the model to one database. */
export function defineContactAddress(sequelize: Sequelize): typeof ContactAddress {
  return class extends ContactAddress {}.init({
    channel: { type: DataTypes.UUID, primaryKey: true },
    identifier: { type: DataTypes.TEXT, primaryKey: true },
    contact: { type: DataTypes.UUID, allowNull: false },
    madeAt: { type: DataTypes.DATE, allowNull: false },
  }, table(sequelize, 'ContactAddress', 'contact_addresses'));
}
