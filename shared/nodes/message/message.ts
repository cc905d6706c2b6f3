import * as z from 'zod';
import type { ActionTemplate } from '../../machine/action.ts';
import { mediaSchema } from '../../messages/incoming.ts';
import { field } from '../fields.ts';
import { defineNode } from '../defineNode.ts';
import type { CompileContext } from '../defineNode.ts';
import { expression, oneLine, oneOf, spoken, spokenLine } from '../fieldKinds.ts';

const kinds = ['text', 'image', 'video', 'audio', 'document'] as const;
const files = { field: 'kind', is: ['image', 'video', 'audio', 'document'] };
const from = (source: 'store' | 'variable') => ({ field: 'source', is: [source], and: files });
const words = { field: 'kind', is: ['text'] };

const schema = z.object({
  kind: oneOf('Says', { text: 'Text', image: 'Image', video: 'Video', audio: 'Audio', document: 'Document' }, kinds),
  source: oneOf('File from', { store: 'Your files', variable: 'A variable' }, ['store', 'variable'], { widget: 'segmented', showWhen: files }),
  media: field(mediaSchema.nullable().default(null), { label: 'File', widget: 'media', sentAs: 'kind', showWhen: from('store') }),
  file: expression('File', { expects: { kind: 'file' }, help: 'e.g. photo, which a contact sent. What is of another kind goes as a document; where there is none it leaves by Failed.', showWhen: from('variable') }),
  text: spoken('Text', { help: 'With a file: its caption. With audio: said after it.' }),
  header: spokenLine('Header', { limit: 'header', advanced: true, showWhen: words }),
  footer: spokenLine('Footer', { limit: 'footer', advanced: true, showWhen: words }),
});

/** Says something and goes on. */
export const message = defineNode({
  type: 'message',
  label: 'Message',
  group: 'talk',
  icon: 'message-2',
  doc: 'Says a text or sends an image, a video, a voice recording or a document, and goes on.',
  schema,
  defaults: () => schema.parse({}),
  exits: (data) => [{ id: 'next', label: 'Next' }, ...(mayLack(data) ? [{ id: 'failed', label: 'Failed', handledBySettings: 'error' as const }] : [])],
  summary: ({ kind, source, text, media, file }) => oneLine(text) || (kind === 'text' ? '' : source === 'store' ? media?.name ?? '' : file && `{{${oneLine(file)}}}`),
  compile: (data, context) => ({ '': { entry: sends(data, context), always: [context.exit('next')], ...(mayLack(data) && { onError: context.exit('failed') }) } }),
});

/** Nobody knows whether there will be a file. */
function mayLack({ kind, source }: z.infer<typeof schema>): boolean {
  return kind !== 'text' && source === 'variable';
}

function sends({ kind, source, media, file, text, header, footer }: z.infer<typeof schema>, context: CompileContext): ActionTemplate[] {
  const spokenText: ActionTemplate[] = text ? [{
    type: 'send',
    message: { type: 'text', text: context.text('text'), ...(kind === 'text' && header && { header: context.text('header') }), ...(kind === 'text' && footer && { footer: context.text('footer') }) },
  }] : [];
  if (kind !== 'text' && source === 'variable' && file) {
    const caption = kind !== 'audio' && text ? { caption: context.text('text') } : {};
    return [{ type: 'send', message: { type: 'file', as: kind, file: context.expression(file, { kind: 'file' }), ...caption } }, ...(kind === 'audio' ? spokenText : [])];
  }
  // A file that was never chosen: people still read its words, and the proof names what is missing.
  if (kind === 'text' || source === 'variable' || !media) return spokenText;
  if (kind === 'audio') return [{ type: 'send', message: { type: 'audio', media } }, ...spokenText];
  return [{ type: 'send', message: { type: kind, media, ...(text && { caption: context.text('text') }) } }];
}
