import * as z from 'zod';
import type { ActionTemplate } from '../../machine/action.ts';
import { mediaSchema } from '../../messages/incoming.ts';
import { field } from '../fields.ts';
import { defineNode } from '../defineNode.ts';
import type { CompileContext, StateDraft } from '../defineNode.ts';
import { waitAtWork } from '../waitAtWork.ts';
import { expression, oneLine, oneOf, spoken, spokenLine } from '../fieldKinds.ts';

const kinds = ['text', 'image', 'video', 'audio', 'document'] as const;
const files = { field: 'kind', is: ['image', 'video', 'audio', 'document'] };
const from = (source: 'store' | 'variable' | 'address') => ({ field: 'source', is: [source], and: files });
const words = { field: 'kind', is: ['text'] };

const schema = z.object({
  kind: oneOf('Says', { text: 'Text', image: 'Image', video: 'Video', audio: 'Audio', document: 'Document' }, kinds),
  source: oneOf('File from', { store: 'Your files', variable: 'A variable', address: 'An address' }, ['store', 'variable', 'address'], { widget: 'segmented', showWhen: files }),
  media: field(mediaSchema.nullable().default(null), { label: 'File', widget: 'media', sentAs: 'kind', showWhen: from('store') }),
  file: expression('File', { sentAs: 'kind', expects: { kind: 'file' }, help: 'e.g. photo, which a contact sent. What is of another kind goes as a document; where there is none it leaves by Failed.', showWhen: from('variable') }),
  address: expression('Address', { sentAs: 'kind', expects: { kind: 'text' }, help: 'e.g. photoUrl, or "https://example.org/" + code + ".pdf". Fetched from the public internet and kept with the conversation; what cannot be had leaves by Failed.', showWhen: from('address') }),
  text: spoken('Text', { help: 'With a file: its caption. With audio: said after it.', helpWhen: files }),
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
  summary: (data) => oneLine(data.text) || fileIn(data),
  compile(data, context): Record<string, StateDraft> {
    const failed = context.exit('failed');
    const said: StateDraft = { entry: sends(data, context), always: [context.exit('next')], ...(mayLack(data) && { onError: failed }) };
    if (data.kind === 'text' || data.source !== 'address' || !data.address) return { '': said };
    return {
      '': {
        entry: [{ type: 'fetchFile', url: context.expression(data.address, { kind: 'text' }) }],
        wait: waitAtWork(context),
        on: { done: [{ to: context.state('said') }], failed: [failed], unknown: [failed] },
        onError: failed,
      },
      said,
    };
  },
});

type Data = z.infer<typeof schema>;

/** What a card shows of a file without words: its name, or where it comes from. */
function fileIn({ kind, source, media, file, address }: Data): string {
  if (kind === 'text') return '';
  if (source === 'store') return media?.name ?? '';
  const from = oneLine(source === 'variable' ? file : address);
  return from && `{{${from}}}`;
}

/** Nobody knows whether there will be a file. */
function mayLack({ kind, source }: Data): boolean {
  return kind !== 'text' && source !== 'store';
}

function sends({ kind, source, media, file, address, text, header, footer }: Data, context: CompileContext): ActionTemplate[] {
  const spokenText: ActionTemplate[] = text ? [{
    type: 'send',
    message: { type: 'text', text: context.text('text'), ...(kind === 'text' && header && { header: context.text('header') }), ...(kind === 'text' && footer && { footer: context.text('footer') }) },
  }] : [];
  const from = source === 'variable' ? file && context.expression(file, { kind: 'file' }) : source === 'address' && address && 'result';
  if (kind !== 'text' && from) {
    const caption = kind !== 'audio' && text ? { caption: context.text('text') } : {};
    return [{ type: 'send', message: { type: 'file', as: kind, file: from, ...caption } }, ...(kind === 'audio' ? spokenText : [])];
  }
  // A file that was never chosen: people still read its words, and the proof names what is missing.
  if (kind === 'text' || source !== 'store' || !media) return spokenText;
  if (kind === 'audio') return [{ type: 'send', message: { type: 'audio', media } }, ...spokenText];
  return [{ type: 'send', message: { type: kind, media, ...(text && { caption: context.text('text') }) } }];
}
