import type { Fix } from '../issue.ts';
import type { Subject } from '../subject.ts';

/** Takes a shortcut that nobody can use away, with the translations of its words. */
export function takeShortcutAway({ main }: Subject, id: string): Fix {
  const own = `settings/shortcuts.${id}.`;
  const words = Object.entries(main?.translations ?? {}).flatMap(([language, texts]) => Object.keys(texts).filter((key) => key.startsWith(own)).map((key) => ({ path: ['translations', language, key] })));
  return { label: 'Take the shortcut away', set: [{ path: ['settings', 'shortcuts', id] }, ...words] };
}
