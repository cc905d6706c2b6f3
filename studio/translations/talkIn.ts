import i18next from 'i18next';
import type { Desk } from '../commands/actions.ts';
import { recall, remember } from '../simulator/remembered.ts';

/** Opens the simulator with a new contact who reads this language; a pseudo-language is spoken there and nowhere else. */
export function talkIn({ book, ui }: Desk, language: string): void {
  const before = recall(book.main).circumstances ?? { name: i18next.t('simulator.sampleName'), language: '', zone: '', at: '' };
  remember(book.main, { circumstances: { ...before, language }, history: undefined });
  ui.setState(({ talkIn: last }) => ({ talkIn: { language, no: (last?.no ?? 0) + 1 }, view: 'design', simulator: true, column: 'simulator' }));
}
