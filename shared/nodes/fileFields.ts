import * as z from 'zod';
import type { FieldMeta } from './fields.ts';
import { field } from './fields.ts';
import { toggle } from './fieldKinds.ts';

/** The kinds of files a question takes. */
export function acceptedFiles(showWhen: NonNullable<FieldMeta['showWhen']>) {
  return field(z.object({
    image: toggle('Images', true),
    video: toggle('Videos', true),
    audio: toggle('Voice and audio', true),
    document: toggle('Documents', true),
  }).prefault({}), { label: 'Accepts', widget: 'group', showWhen });
}

/** The most megabytes of one file a question takes. */
export function largestFile(showWhen: NonNullable<FieldMeta['showWhen']>) {
  return field(z.number().positive().optional(), { label: 'Largest', widget: 'number', advanced: true, help: 'Megabytes of one file. A larger one is no answer, as one of another kind is.', showWhen });
}
