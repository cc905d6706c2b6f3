import { wayOf } from './dialog.ts';
import type { Dialog, DialogGiven, Way } from './dialog.ts';
import { textsIn } from './texts.data.ts';

/** Asking whether the author may keep what is said, in the author's words or else our own. Values: `agreed`, `declined`. */
export const consentDialog: Dialog = {
  ask: (given) => [{
    type: 'choices', body: given.consentText.length > 0 ? given.consentText : [textsIn(given.language).texts.consent], options: waysOf(given).map(({ id, label }) => ({ id, label: [label] })), wait: given.wait,
  }],
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
