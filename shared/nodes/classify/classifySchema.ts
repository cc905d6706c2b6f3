import * as z from 'zod';
import { writingRoles } from '../../machine/modelCall.ts';
import { maxText } from '../../messages/incoming.ts';
import { field } from '../fields.ts';
import { children, expression, keywords, oneOf, order, spokenLine, variable, whole } from '../fieldKinds.ts';

const words = z.string().max(maxText).default('');

const option = z.object({
  label: spokenLine('Label', { template: false }),
  description: field(words, { label: 'What belongs here', widget: 'longText', translatable: true, help: 'A sentence that a model decides by.' }),
  synonyms: keywords('Also called', { advanced: true, help: 'Other words for it, separated by commas.' }),
  examples: field(words, { label: 'Examples', widget: 'longText', translatable: true, advanced: true, help: 'Sentences that mean it, one a line. Said word for word, no model is asked.' }),
  order,
});

/** The data of a classify node. */
export const classifySchema = z.object({
  text: expression('Text', { expects: { kind: 'text' }, help: 'What somebody wrote, usually a variable.' }),
  options: children('Options', option, { label: 'Option', add: 'Add an option', max: 20 }, { help: 'A label, another word, a number or an example is understood at once; for everything else a model is asked.' }),
  sure: field(z.number().min(0).max(1).default(0.6), { label: 'Sure from', widget: 'number', help: 'Between 0 and 1. Below it leaves by Not sure, as it does when no model answers.' }),
  save: variable('Save the option in'),
  confidence: variable('Save how sure in', { holds: { type: { kind: 'number' } }, advanced: true, help: '1 when it was understood without a model.' }),
  hints: field(words, { label: 'Hints', widget: 'longText', template: true, target: 'prompt', advanced: true, help: 'What else the model should know. What stands in {{ }} is handed over as data.' }),
  history: whole('Messages it sees', { least: 0, most: 50, otherwise: 0 }, { advanced: true, help: 'How many of the last messages of the conversation go along.' }),
  role: oneOf('Model', { fast: 'Fast', best: 'Best' }, writingRoles, { widget: 'segmented', advanced: true }),
  seconds: whole('Time limit', { least: 1, most: 300, otherwise: 15 }, { advanced: true, help: 'Seconds, for all models together.' }),
});

/** What a classify node's author decided. */
export type ClassifyData = z.infer<typeof classifySchema>;
