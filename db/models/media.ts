import type { FileKind } from '@parley/shared/messages/files';
import { DataTypes, Model } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** A file that an author or a contact gave; its bytes are in the media store under `sha256`. */
export class Media extends Model<InferAttributes<Media>, InferCreationAttributes<Media>> {
  declare id: string;
  declare bot: string;
  declare sha256: string;
  declare kind: FileKind;
  declare mime: string;
  declare name: string;
  declare bytes: number;
  /** Of images; null where nothing says. */
  declare width: CreationOptional<number | null>;
  declare height: CreationOptional<number | null>;
  declare madeAt: Date;
  /** The author who gave it. */
  declare account: CreationOptional<string | null>;
  /** The conversation whose contact gave it; null = an author's. */
  declare lane: CreationOptional<string | null>;
  /** When the contact said something with it. */
  declare saidAt: CreationOptional<Date | null>;
}

/** Binds the model to one database. */
export function defineMedia(sequelize: Sequelize): typeof Media {
  return class extends Media {}.init({
    id: { type: DataTypes.UUID, primaryKey: true },
    bot: { type: DataTypes.UUID, allowNull: false },
    sha256: { type: DataTypes.TEXT, allowNull: false },
    kind: { type: DataTypes.TEXT, allowNull: false },
    mime: { type: DataTypes.TEXT, allowNull: false },
    name: { type: DataTypes.TEXT, allowNull: false },
    bytes: { type: DataTypes.INTEGER, allowNull: false },
    width: { type: DataTypes.INTEGER },
    height: { type: DataTypes.INTEGER },
    madeAt: { type: DataTypes.DATE, allowNull: false },
    account: { type: DataTypes.UUID },
    lane: { type: DataTypes.UUID },
    saidAt: { type: DataTypes.DATE },
  }, table(sequelize, 'Media', 'media'));
}
