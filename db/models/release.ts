import type { FlowSet } from '@parley/shared/flow/document';
import type { JsonObject } from '@parley/shared/lib/json';
import type { Machine } from '@parley/shared/machine/machine';
import { DataTypes, Model } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** A published, immutable version of a bot. */
export class Release extends Model<InferAttributes<Release>, InferCreationAttributes<Release>> {
  declare id: string;
  declare bot: string;
  /** Counts from 1 within the bot. */
  declare no: number;
  /** Main flow and subflows, pinned together. */
  declare flow: FlowSet;
  declare machine: Machine;
  declare code: string;
  /** Of `flow` with sorted keys, in hex. */
  declare sha256: string;
  declare proof: JsonObject;
  /** The revision of each flow it was made from. */
  declare revisions: CreationOptional<Record<string, number>>;
  declare note: CreationOptional<string>;
  declare by: string | null;
  declare at: Date;
}

/** Binds the model to one database. */
export function defineRelease(sequelize: Sequelize): typeof Release {
  return class extends Release {}.init({
    id: { type: DataTypes.UUID, primaryKey: true },
    bot: { type: DataTypes.UUID, allowNull: false },
    no: { type: DataTypes.INTEGER, allowNull: false },
    flow: { type: DataTypes.JSONB, allowNull: false },
    machine: { type: DataTypes.JSONB, allowNull: false },
    code: { type: DataTypes.TEXT, allowNull: false },
    sha256: { type: DataTypes.TEXT, allowNull: false },
    proof: { type: DataTypes.JSONB, allowNull: false },
    revisions: { type: DataTypes.JSONB, allowNull: false, defaultValue: {} },
    note: { type: DataTypes.TEXT, allowNull: false, defaultValue: '' },
    by: { type: DataTypes.UUID },
    at: { type: DataTypes.DATE, allowNull: false },
  }, table(sequelize, 'Release', 'releases'));
}
