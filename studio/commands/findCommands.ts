import type { Command } from './list/command.ts';

const key = 'parley.designer.commands';
const most = 8;
const shownPerGroup = 8;

/** Ids of the commands used lately on this device, the latest first. */
export function recentCommands(): string[] {
  try {
    const kept: unknown = JSON.parse(globalThis.localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** Remembers that a command was used. */
export function rememberCommand(id: string): void {
  try {
    globalThis.localStorage.setItem(key, JSON.stringify([id, ...recentCommands().filter((other) => other !== id)].slice(0, most)));
  } catch {
    // A browser that keeps nothing shows them in their own order.
  }
}

/** The commands that fit a search, best first: by their whole name, its beginning, that of a word, anywhere; used ones before others. */
export function findCommands(commands: readonly Command[], search: string, recent: readonly string[] = recentCommands()): Command[] {
  const wanted = search.trim().toLocaleLowerCase();
  const rank = ({ id, text, hint }: Command): number => {
    const name = text.toLocaleLowerCase();
    const used = recent.includes(id) ? 0.5 - recent.indexOf(id) / 100 : 0;
    if (wanted === '') return 1 + used;
    if (name === wanted) return 5 + used;
    if (name.startsWith(wanted)) return 4 + used;
    if (name.split(/\s+/).some((word) => word.startsWith(wanted))) return 3 + used;
    if (name.includes(wanted)) return 2 + used;
    return hint.toLocaleLowerCase().includes(wanted) ? 1 + used : 0;
  };
  const counts = new Map<Command['group'], number>();
  return commands
    .map((command) => ({ command, rank: rank(command) }))
    .filter((found) => found.rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ command }) => command)
    .filter(({ group }) => {
      const count = (counts.get(group) ?? 0) + 1;
      counts.set(group, count);
      return group === 'do' || count <= shownPerGroup || wanted !== '';
    });
}
