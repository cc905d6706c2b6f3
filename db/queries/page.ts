import { Op } from 'sequelize';
import type { Model, ModelStatic, WhereOptions } from 'sequelize';

/** Which rows of a model, and where the page begins. */
export interface PageOf {
  where?: Record<string, unknown>;
  /** The id of the last row of the page before. */
  after?: string | undefined;
  limit: number;
  /** Columns to read; all unless said. */
  attributes?: readonly string[];
  /** `new` = newest first (ids are made in order of time). */
  order: 'old' | 'new';
}

/** One page by id: `next` is the id to give back as `after`, missing on the last page. */
export async function page<Row extends Model & { id: string }>(model: ModelStatic<Row>, { where = {}, after, limit, order, attributes }: PageOf): Promise<{ rows: Row[]; next?: string }> {
  const beyond = after === undefined ? {} : { id: { [order === 'old' ? Op.gt : Op.lt]: after } };
  // Keys of `where` are attributes of the model: the compiler cannot say so for every model at once.
  const conditions = { ...where, ...beyond } as WhereOptions;
  const rows = await model.findAll({ where: conditions, ...(attributes ? { attributes: [...attributes] } : {}), order: [['id', order === 'old' ? 'asc' : 'desc']], limit: limit + 1 });
  const last = rows[limit - 1];
  return rows.length > limit && last ? { rows: rows.slice(0, limit), next: last.id } : { rows };
}
