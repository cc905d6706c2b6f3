import { wayOf } from './dialog.ts';
import type { Dialog, DialogGiven, Way } from './dialog.ts';
import { textsIn } from './texts.data.ts';

/** Asking whether the author may keep what is said, in the author's words. Values: `agreed`, `declined`. */
export const consentDialog: Dialog = {
  settled: ({ consentText }) => (consentText.length === 0 ? 'agreed' : undefined),
  ask: (given) => [{ type: 'choices', body: given.consentText, options: waysOf(given).map(({ id, label }) => ({ id, label: [label] })), wait: given.wait }],
  hear: (message, given) => {
    const way = wayOf(message, 'consent', waysOf(given));
    return way && { value: way.value };
  },
};

function waysOf({ language }: DialogGiven): Way<string>[] {
  const { texts } = textsIn(language);
  return [
    { id: 'consent:agreed', label: texts.agree, words: texts.yesWords, value: 'agreed' },
    { id: 'consent:declined', label: texts.decline, words: texts.noWords, value: 'declined' },
  ];
}
