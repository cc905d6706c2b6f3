import { readFileSync, readdirSync, existsSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../stack.ts';
import { printTable } from './print.ts';

const kb = (files: string[]) => files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1_024;

/** What an HTML page loads before anything is opened: its own scripts and styles and what they import at once. */
function firstLoad(folder: string): string[] {
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
  return withImports([...html.matchAll(/(?:src|href)="[^"]*\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file = '']) => path.join(folder, file)));
}

/** Files and what they import at once. */
function withImports(named: string[]): string[] {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || !existsSync(file)) return;
    seen.add(file);
    if (!file.endsWith('.js')) return;
    // Static imports only: `import("...")` is loaded when it is needed.
    for (const [, imported = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) visit(path.join(path.dirname(file), imported));
  };
  named.forEach(visit);
  return [...seen];
}

/** What browsers load, in KB gzipped, and how much it may be at most where there is a promise. */
export function bundleSizes(): { what: string; kb: number; most?: number }[] {
  const studio = path.join(root, 'studio/dist');
  const chat = path.join(studio, 'chat');
  const shell = firstLoad(studio);
  const designer = withImports(readdirSync(path.join(studio, 'assets')).filter((name) => /^Designer-.*\.js$/.test(name)).map((name) => path.join(studio, 'assets', name)));
  const everything = (folder: string) => readdirSync(path.join(folder, 'assets')).filter((name) => /\.(js|css)$/.test(name)).map((name) => path.join(folder, 'assets', name));
  return [
    { what: 'studio, first load of the shell', kb: kb(shell), most: 320 },
    { what: 'studio, what the designer adds to it', kb: kb(designer.filter((file) => !shell.includes(file))), most: 400 },
    { what: 'studio, all of it (Monaco when opened)', kb: kb(everything(studio)) },
    { what: 'web chat with its socket client', kb: kb(everything(chat)), most: 60 },
    { what: 'embed line', kb: kb([path.join(chat, 'embed.js')]) },
  ];
}

/** Prints them. */
export function sizes(): void {
  printTable('Bundles, KB gzipped', [['', 'KB', 'aim'], ...bundleSizes().map((one) => [one.what, one.kb, one.most === undefined ? '' : `<= ${one.most}`])]);
}
