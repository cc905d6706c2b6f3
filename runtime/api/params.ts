import { pageQuerySchema } from '@parley/shared/api/common';
import * as z from 'zod';

/** A row's id in an address; anything else names nothing and is answered with 404. */
export const rowId = z.uuid();

/** A lane's own numbering: `<lane>.<no>`. */
export const laneId = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\.\d{1,15}$/);

/** The query of a list that is paged by row ids. */
export const rowPage = pageQuerySchema.extend({ after: z.uuid().optional() });
