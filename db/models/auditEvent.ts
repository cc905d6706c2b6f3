import type { JsonObject } from '@parley/shared/lib/json';
import { DataTypes, Model } from 'sequelize';
import type { CreationOptional, InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** One thing somebody did that others may have to account for. */
export class AuditEvent extends Model<InferAttributes<AuditEvent>, InferCreationAttributes<AuditEvent>> {
  declare id: string;
  declare at: Date;
  /** null = nobody signed in (set-up, a failed sign-in) or the process itself. */
  declare account: string | null;
  /** Dotted, e.g. `bot.publish`. */
  declare action: string;
  declare subjectKind: string;
  declare subject: string;
  declare details: CreationOptional<JsonObject>;
}

/** Binds the model to one database. */
export function defineAuditEvent(sequelize: Sequelize): typeof AuditEvent {
  return class extends AuditEvent {}.init({
    id: { type: DataTypes.UUID, primaryKey: true },
    at: { type: DataTypes.DATE, allowNull: false },
    account: { type: DataTypes.UUID },
    action: { type: DataTypes.TEXT, allowNull: false },
    subjectKind: { type: DataTypes.TEXT, allowNull: false },
    subject: { type: DataTypes.TEXT, allowNull: false },
    details: { type: DataTypes.JSONB, allowNull: false, defaultValue: {} },
  }, table(sequelize, 'AuditEvent', 'audit_events'));
}
