import { DataTypes, Model } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** A person who talks to a bot. */
export class Contact extends Model<InferAttributes<Contact>, InferCreationAttributes<Contact>> {
  declare id: string;
  declare bot: string;
  declare name: CreationOptional<string>;
  declare phone: CreationOptional<string | null>;
  declare phoneVerifiedAt: CreationOptional<Date | null>;
  /** The language they chose; null = not asked yet. */
  declare language: CreationOptional<string | null>;
  declare zone: CreationOptional<string | null>;
  declare consentedAt: CreationOptional<Date | null>;
  /** An author trying the bot out. */
  declare test: CreationOptional<boolean>;
  declare madeAt: Date;
}

/** Binds the model to one database. */
export function defineContact(sequelize: Sequelize): typeof Contact {
  return class extends Contact {}.init({
    id: { type: DataTypes.UUID, primaryKey: true },
    bot: { type: DataTypes.UUID, allowNull: false },
    name: { type: DataTypes.TEXT, allowNull: false, defaultValue: '' },
    phone: { type: DataTypes.TEXT },
    phoneVerifiedAt: { type: DataTypes.DATE },
    language: { type: DataTypes.TEXT },
    zone: { type: DataTypes.TEXT },
    consentedAt: { type: DataTypes.DATE },
    test: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
    madeAt: { type: DataTypes.DATE, allowNull: false },
  }, table(sequelize, 'Contact', 'contacts'));
}
