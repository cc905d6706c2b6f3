import { oneNode, textIn } from '../blockReader.ts';
import type { BlockContext, BlockReader } from '../blockReader.ts';
import { readRichText } from '../readRichText.ts';

/** The words of a text bubble as a template. */
export function bubbleText({ block, words }: Pick<BlockContext, 'block' | 'words'>): string {
  return words.template(readRichText(block.content));
}

const linked: BlockReader = (context) => {
  const url = context.words.template(textIn(context.block.content, 'url'));
  return url ? oneNode(context, 'message', { text: url }) : { leftOut: 'It has no address.' };
};

/** Blocks that say something. */
export const talkReaders: Readonly<Record<string, BlockReader>> = {
  text(context) {
    const text = bubbleText(context);
    return text ? oneNode(context, 'message', { text }) : { ends: [] };
  },
  image: linked,
  video: linked,
  audio: linked,
  embed: linked,
  Redirect(context) {
    const url = context.words.template(textIn(context.block.options, 'url'));
    return url ? oneNode(context, 'message', { text: url }) : { leftOut: 'It has no address.' };
  },
};
