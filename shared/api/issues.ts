import * as z from 'zod';
import type { Issue } from '../issues/issue.ts';

const change = {
  label: z.string(),
  flow: z.string().optional(),
  set: z.array(z.object({ path: z.array(z.string()), value: z.unknown().optional() })).optional(),
  remove: z.array(z.string()).optional(),
};

/** An issue of the proof as it travels. */
export const issueSchema: z.ZodType<Issue> = z.object({
  check: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  flow: z.string(),
  nodeId: z.string().optional(),
  edgeId: z.string().optional(),
  field: z.string().optional(),
  variable: z.string().optional(),
  message: z.string(),
  here: z.string().optional(),
  fix: z.object({ ...change, or: z.object(change).optional() }).optional(),
}).meta({ id: 'Issue' });

export const verifiedSchema = z.object({
  issues: z.array(issueSchema),
  /** Counts of what was looked at: nodes, exits, loops, variables, texts ..., and the names of the checks. */
  facts: z.record(z.string(), z.json()),
}).meta({ id: 'Verified' });
export type Verified = z.infer<typeof verifiedSchema>;
