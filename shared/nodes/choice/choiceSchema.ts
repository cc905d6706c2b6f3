import * as z from 'zod';
import { children, expression, keywords, oneOf, order, plainText, spoken, spokenLine, toggle, variable, whole } from '../fieldKinds.ts';
import { questionFields } from '../question.ts';

const text = { kind: 'text' } as const;
const from = (...values: ('fixed' | 'list')[]) => ({ field: 'from', is: values });

const option = z.object({
  label: spokenLine('Label', { limit: 'choiceLabel' }),
  note: spokenLine('Note', { limit: 'choiceNote', advanced: true, help: 'A second line, where the channel shows lists.' }),
  synonyms: keywords('Also understood', { advanced: true, help: 'Other words people type, separated by commas.' }),
  code: plainText('Saved as', { advanced: true, help: 'Used when the node saves codes. Empty: the label in the bot’s own language.' }),
  order,
});

/** The data of a choice node. */
export const choiceSchema = z.object({
  body: spoken('Question', { limit: 'choiceBody' }),
  header: spokenLine('Header', { limit: 'header', advanced: true }),
  footer: spokenLine('Footer', { limit: 'footer', advanced: true }),
  from: oneOf('Options are', { fixed: 'Written here', list: 'From a list' }, ['fixed', 'list'], { widget: 'segmented', help: 'Written options have a way out each. Options of a list share one, and what was chosen is saved.' }),
  options: children('Options', option, { label: 'Option', add: 'Add an option', max: 100 }, { showWhen: from('fixed') }),
  list: expression('List', { help: 'Each item becomes an option, e.g. slots, or slots.filter(item, item.free).', showWhen: from('list') }),
  itemLabel: expression('Label of an item', { eachOf: 'list', help: 'The item is called item: item.name, or item.day + " at " + item.hour. Empty: the item itself.', showWhen: from('list') }),
  itemValue: expression('Saved of an item', { eachOf: 'list', help: 'e.g. item.id. Empty: the whole item.', showWhen: from('list') }),
  itemNote: expression('Note of an item', { eachOf: 'list', advanced: true, help: 'A second line, where the channel shows lists, e.g. item.price.', showWhen: from('list') }),
  mostItems: whole('Items offered', { least: 1, most: 1_000, otherwise: 100 }, { advanced: true, help: 'At most. Further items of the list are left out; a channel with short lists shows them page by page.', showWhen: from('list') }),
  several: toggle('Several answers', false, { help: 'People choose as many as they like; a list of what they chose is saved. All leave by one way out.' }),
  fewest: whole('Fewest answers', { least: 1, most: 100, otherwise: 1 }, { advanced: true, showWhen: { field: 'several', is: [true] } }),
  mostAnswers: whole('Most answers', { least: 1, most: 100, otherwise: 100 }, { advanced: true, showWhen: { field: 'several', is: [true] } }),
  save: variable('Save the answer in', { holds: { chosen: { list: 'list', value: 'itemValue', from: 'from', several: 'several', otherwise: text } } }),
  saves: oneOf('Save as', { label: 'Label as read', code: 'Code, the same in every language' }, ['label', 'code'], { advanced: true, showWhen: from('fixed') }),
  typed: toggle('Accept typed answers', true),
  other: toggle('Let people say something else', false, { help: 'What they type is saved and leaves by its own way out.', showWhen: { field: 'typed', is: [true] } }),
  ...questionFields,
});

/** What a choice node's author decided. */
export type ChoiceData = z.infer<typeof choiceSchema>;
