import type { Sequelize } from 'sequelize';

/** What all models share: schema `parley`, snake_case columns, times written by commands and never by the library. */
export function table(sequelize: Sequelize, modelName: string, tableName: string) {
  return { sequelize, modelName, tableName, schema: 'parley', underscored: true, timestamps: false } as const;
}
