import type { Flow as FlowDocument } from '@parley/shared/flow/document';
import { DataTypes, Model } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** A drawing in its current revision. */
export class Flow extends Model<InferAttributes<Flow>, InferCreationAttributes<Flow>> {
  declare id: string;
  declare bot: string;
  declare kind: FlowDocument['kind'];
  declare name: string;
  /** Counts accepted batches, from 1. */
  declare revision: CreationOptional<number>;
  /** As stored; older shapes are migrated by `parseFlow` on read. */
  declare document: FlowDocument;
  declare madeAt: Date;
  declare changedAt: Date;
  declare changedBy: string | null;
  /** Since when it is out of the bot; read by `unscoped()` only, every other query is without such flows. */
  declare removedAt: CreationOptional<Date | null>;
  /** When it was out of the bot before it came back, ISO 8601. */
  declare absences: CreationOptional<{ from: string; until: string }[]>;
}

/** Binds the model to one database. */
export function defineFlow(sequelize: Sequelize): typeof Flow {
  return class extends Flow {}.init({
    id: { type: DataTypes.UUID, primaryKey: true },
    bot: { type: DataTypes.UUID, allowNull: false },
    kind: { type: DataTypes.TEXT, allowNull: false },
    name: { type: DataTypes.TEXT, allowNull: false },
    revision: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 1 },
    document: { type: DataTypes.JSONB, allowNull: false },
    madeAt: { type: DataTypes.DATE, allowNull: false },
    changedAt: { type: DataTypes.DATE, allowNull: false },
    changedBy: { type: DataTypes.UUID },
    removedAt: { type: DataTypes.DATE },
    absences: { type: DataTypes.JSONB, allowNull: false, defaultValue: [] },
  }, { ...table(sequelize, 'Flow', 'flows'), defaultScope: { where: { removedAt: null } } });
}
