import * as z from 'zod';
import type { ActionTemplate } from '../../machine/action.ts';
import { mediaSchema } from '../../messages/incoming.ts';
import { field } from '../fields.ts';
import { defineNode } from '../defineNode.ts';
import type { CompileContext } from '../defineNode.ts';
import { oneLine, oneOf, spoken, spokenLine } from '../fieldKinds.ts';

const kinds = ['text', 'image', 'video', 'audio', 'document'] as const;
const files = { field: 'kind', is: ['image', 'video', 'audio', 'document'] };
const words = { field: 'kind', is: ['text'] };

const schema = z.object({
  kind: oneOf('Says', { text: 'Text', image: 'Image', video: 'Video', audio: 'Audio', document: 'Document' }, kinds),
  media: field(mediaSchema.nullable().default(null), { label: 'File', widget: 'media', sentAs: 'kind', showWhen: files }),
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
  exits: () => [{ id: 'next', label: 'Next' }],
  summary: ({ kind, text, media }) => oneLine(text) || (kind === 'text' ? '' : media?.name ?? ''),
  compile: (data, context) => ({ '': { entry: sends(data, context), always: [context.exit('next')] } }),
});

function sends({ kind, media, text, header, footer }: z.infer<typeof schema>, context: CompileContext): ActionTemplate[] {
  const spokenText: ActionTemplate[] = text ? [{
    type: 'send',
    message: { type: 'text', text: context.text('text'), ...(kind === 'text' && header && { header: context.text('header') }), ...(kind === 'text' && footer && { footer: context.text('footer') }) },
  }] : [];
  // A file that was never chosen: people still read its words, and the proof names what is missing.
  if (kind === 'text' || !media) return spokenText;
  if (kind === 'audio') return [{ type: 'send', message: { type: 'audio', media } }, ...spokenText];
  return [{ type: 'send', message: { type: kind, media, ...(text && { caption: context.text('text') }) } }];
}
