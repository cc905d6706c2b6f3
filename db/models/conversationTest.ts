import type { ConversationTest as Test } from '@parley/shared/nodes/golden';
import { DataTypes, Model } from 'sequelize';
import type { InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { table } from './table.ts';

/** A conversation that a bot must be able to hold, kept by its authors. */
export class ConversationTest extends Model<InferAttributes<ConversationTest>, InferCreationAttributes<ConversationTest>> {
  declare id: string;
  declare bot: string;
  declare test: Test;
  declare madeBy: string | null;
  declare madeAt: Date;
  declare changedAt: Date;
}

/** Binds the model to one database. */
export function defineConversationTest(sequelize: Sequelize): typeof ConversationTest {
  return class extends ConversationTest {}.init({
    id: { type: DataTypes.UUID, primaryKey: true },
    bot: { type: DataTypes.UUID, allowNull: false },
    test: { type: DataTypes.JSONB, allowNull: false },
    madeBy: { type: DataTypes.UUID },
    madeAt: { type: DataTypes.DATE, allowNull: false },
    changedAt: { type: DataTypes.DATE, allowNull: false },
  }, table(sequelize, 'ConversationTest', 'conversation_tests'));
}
