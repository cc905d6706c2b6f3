/** The packages of the house, which are rooms of the repository. */
const own = /^@parley\/([a-z0-9]+)\/(.+)$/;

/**
 * The files a few of ours are made of: they themselves and everything they import that is ours, as text by path from the root.
 * `read` gives the text of a file by such a path.
 */
export function collectSources(entries: readonly string[], read: (file: string) => string): Record<string, string> {
  const found: Record<string, string> = {};
  const todo = [...entries];
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (Object.hasOwn(found, file)) continue;
    const text = read(file);
    found[file] = text;
    for (const specifier of importsOf(text)) {
      const target = fileOf(specifier, file);
      if (target !== undefined) todo.push(target);
    }
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a module imports, types included. */
export function importsOf(text: string): string[] {
  return [...text.matchAll(/^(?:import|export)\b[^;'"]*?from '([^']+)';/gm), ...text.matchAll(/^import '([^']+)';/gm)].map(([, specifier = '']) => specifier);
}

/** The file of ours that a module imports by this name, by path from the root; undefined for packages from elsewhere. */
export function fileOf(specifier: string, from: string): string | undefined {
  const [, room, rest] = own.exec(specifier) ?? [];
  if (room !== undefined && rest !== undefined) return `${room}/${rest}.ts`;
  if (!specifier.startsWith('.')) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const step of specifier.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}
