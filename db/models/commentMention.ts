import { DataTypes, Model } from 'sequelize';
import type { InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** Somebody who is called by a comment. */
export class CommentMention extends Model<InferAttributes<CommentMention>, InferCreationAttributes<CommentMention>> {
  declare comment: string;
  declare account: string;
}

/** Binds the model to one database. */
export function defineCommentMention(sequelize: Sequelize): typeof CommentMention {
  return class extends CommentMention {}.init({
    comment: { type: DataTypes.UUID, primaryKey: true },
    account: { type: DataTypes.UUID, primaryKey: true },
  }, table(sequelize, 'CommentMention', 'comment_mentions'));
}
