import pg from 'pg';
import { registerTypes as registerVectorTypes } from 'pgvector/sequelize';
import { DataTypes, Sequelize } from 'sequelize';

/** PostgreSQL's numbers for types whose text needs a reading other than the driver's own. */
const oids: Record<'int8' | 'int8Array' | 'numeric' | 'numericArray' | 'date' | 'dateArray' | 'textArray', number> = { int8: 20, int8Array: 1016, numeric: 1700, numericArray: 1231, date: 1082, dateArray: 1182, textArray: 1009 };

/** Reads a bigint as a number; throws for one that a number cannot hold exactly, rather than losing digits. */
export function readInt8(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new Error(`Expected a bigint that a number holds exactly, got ${text}. Select it as text.`);
  return number;
}

type Nested<Item> = (Item | null | Nested<Item>)[];

/** Reads an array's text with the driver's own parser, item by item, whatever its depth. */
function listOf<Item>(read: (text: string) => Item): (text: string) => Nested<Item> {
  const split: (text: string) => Nested<string> = pg.types.getTypeParser(oids.textArray);
  const readAll = (items: Nested<string>): Nested<Item> => items.map((item) => (item === null ? null : Array.isArray(item) ? readAll(item) : read(item)));
  return (text) => readAll(split(text));
}

/** How values leave the database, for every client of this process: int8 and numeric as numbers, a date as its ISO text, a vector as numbers. */
export function registerTypes(): void {
  pg.types.setTypeParser(oids.int8, readInt8);
  pg.types.setTypeParser(oids.int8Array, listOf(readInt8));
  pg.types.setTypeParser(oids.numeric, Number);
  pg.types.setTypeParser(oids.numericArray, listOf(Number));
  pg.types.setTypeParser(oids.date, (text) => text);
  pg.types.setTypeParser(oids.dateArray, listOf((text) => text));
  registerVectorTypes(Sequelize);
  // Sequelize has a reader of its own for numeric, which leaves it a text; its type declarations do not know the dialect's types.
  const { DECIMAL }: { DECIMAL?: object } = Reflect.get(DataTypes, 'postgres');
  if (DECIMAL) Reflect.set(DECIMAL, 'parse', Number);
}
