import { DataTypes, Model } from 'sequelize';
import type { InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** How far somebody has read a thread. */
export class CommentRead extends Model<InferAttributes<CommentRead>, InferCreationAttributes<CommentRead>> {
  declare thread: string;
  declare account: string;
  declare readAt: Date;
}

/** Binds the model to one database. */
export function defineCommentRead(sequelize: Sequelize): typeof CommentRead {
  return class extends CommentRead {}.init({
    thread: { type: DataTypes.UUID, primaryKey: true },
    account: { type: DataTypes.UUID, primaryKey: true },
    readAt: { type: DataTypes.DATE, allowNull: false },
  }, table(sequelize, 'CommentRead', 'comment_reads'));
}
