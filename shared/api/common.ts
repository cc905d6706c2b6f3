import * as z from 'zod';

/** An id as the API gives it out: opaque, never to be taken apart. */
export const idSchema = z.string().min(1).max(80);

/** A time: ISO 8601 in UTC. */
export const timeSchema = z.iso.datetime();

/** Why a request was refused: a word for programs. */
export const errorCodes = [
  'malformed', 'signedOut', 'forbidden', 'notFound', 'stale', 'conflict', 'gone', 'tooLarge', 'invalid', 'tooMany', 'failed', 'unavailable',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** One field of the request that cannot be used, by its path joined with dots. */
export const fieldProblemSchema = z.object({ path: z.string(), message: z.string() });
export type FieldProblem = z.infer<typeof fieldProblemSchema>;

/** Every refusal of the API. `requestId` is also in the answer's `x-request-id` header and in the log. */
export const errorSchema = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    message: z.string(),
    fields: z.array(fieldProblemSchema),
    requestId: z.string(),
  }),
}).meta({ id: 'Error' });
export type ApiError = z.infer<typeof errorSchema>;

/** How lists are paged: give `next` back as `after`. */
export const pageQuerySchema = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PageQuery = z.infer<typeof pageQuerySchema>;

/** A list: without `next` it is complete. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().optional() });
}

/** The answer where there is nothing to say. */
export const emptySchema = z.object({}).meta({ id: 'Empty' });

/** A name people give to a thing. */
export const nameSchema = z.string().trim().min(1, 'A name is missing').max(120, 'A name has at most 120 characters');
