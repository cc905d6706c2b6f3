import { DataTypes, Model } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** One thing somebody said in a thread. */
export class Comment extends Model<InferAttributes<Comment>, InferCreationAttributes<Comment>> {
  declare id: string;
  declare thread: string;
  declare by: string | null;
  declare text: string;
  declare madeAt: Date;
  declare editedAt: CreationOptional<Date | null>;
}

/** Binds the model to one database. */
export function defineComment(sequelize: Sequelize): typeof Comment {
  return class extends Comment {}.init({
    id: { type: DataTypes.UUID, primaryKey: true },
    thread: { type: DataTypes.UUID, allowNull: false },
    by: { type: DataTypes.UUID },
    text: { type: DataTypes.TEXT, allowNull: false },
    madeAt: { type: DataTypes.DATE, allowNull: false },
    editedAt: { type: DataTypes.DATE },
  }, table(sequelize, 'Comment', 'comments'));
}
