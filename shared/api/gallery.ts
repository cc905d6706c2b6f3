import * as z from 'zod';
import { listOf } from './common.ts';

/** A bot to begin with. */
export const templateSchema = z.object({
  /** What `template` of a new bot names. */
  id: z.string(),
  name: z.string(),
  about: z.string(),
  languages: z.array(z.string()),
  nodes: z.number().int(),
}).meta({ id: 'Template' });
export type Template = z.infer<typeof templateSchema>;

export const templateListSchema = listOf(templateSchema).meta({ id: 'TemplateList' });
