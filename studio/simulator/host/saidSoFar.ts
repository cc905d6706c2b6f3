import type { Talk } from './talk.ts';

/** The last lines of a conversation in words, as a model is given them; messages without words are left out. */
export function saidSoFar({ log }: Pick<Talk, 'log'>, most: number): { by: 'contact' | 'bot'; text: string }[] {
  if (most <= 0) return [];
  return log.flatMap((line): { by: 'contact' | 'bot'; text: string }[] => {
    if (line.from === 'host') return [];
    const { message } = line;
    const text = 'text' in message ? message.text : 'body' in message ? message.body : 'label' in message ? message.label : 'caption' in message ? message.caption : undefined;
    return text ? [{ by: line.from, text }] : [];
  }).slice(-most);
}
