import { wayOf } from './dialog.ts';
import type { Dialog, DialogGiven, Way } from './dialog.ts';
import { textsIn } from './texts.data.ts';

/** Starting over, asked first because what was said is forgotten. Values: `reset`, `kept`. */
export const resetDialog: Dialog = {
  ask: (given) => [{
    type: 'choices', body: [textsIn(given.language).texts.startOver], options: waysOf(given).map(({ id, label }) => ({ id, label: [label] })), wait: given.wait,
  }],
  hear: (message, given) => {
    const way = wayOf(message, 'reset', waysOf(given));
    return way && { value: way.value };
  },
};

function waysOf({ language }: DialogGiven): Way<string>[] {
  const { texts } = textsIn(language);
  return [
    { id: 'reset:yes', label: texts.yes, words: texts.yesWords, value: 'reset' },
    { id: 'reset:no', label: texts.no, words: texts.noWords, value: 'kept' },
  ];
}
