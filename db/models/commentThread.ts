import { DataTypes, Model } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** What is said about a node or a place of the canvas, and whether it is settled. */
export class CommentThread extends Model<InferAttributes<CommentThread>, InferCreationAttributes<CommentThread>> {
  declare id: string;
  declare bot: string;
  declare flow: string;
  /** The node’s id in the document; null = a place on the canvas. */
  declare node: string | null;
  /** What the node was called, for when it is gone. */
  declare title: string;
  declare x: number;
  declare y: number;
  declare madeAt: Date;
  declare resolvedAt: CreationOptional<Date | null>;
  declare resolvedBy: CreationOptional<string | null>;
}

/** Binds the model to one database. */
export function defineCommentThread(sequelize: Sequelize): typeof CommentThread {
  return class extends CommentThread {}.init({
    id: { type: DataTypes.UUID, primaryKey: true },
    bot: { type: DataTypes.UUID, allowNull: false },
    flow: { type: DataTypes.UUID, allowNull: false },
    node: { type: DataTypes.TEXT },
    title: { type: DataTypes.TEXT, allowNull: false, defaultValue: '' },
    x: { type: DataTypes.DOUBLE, allowNull: false },
    y: { type: DataTypes.DOUBLE, allowNull: false },
    madeAt: { type: DataTypes.DATE, allowNull: false },
    resolvedAt: { type: DataTypes.DATE },
    resolvedBy: { type: DataTypes.UUID },
  }, table(sequelize, 'CommentThread', 'comment_threads'));
}
