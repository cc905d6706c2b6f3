import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { demoFlow } from '@parley/db/seeds/demo';
import { companion } from '@parley/shared/compiler/companion';
import { compile } from '@parley/shared/compiler/compile';
import { emit } from '@parley/shared/compiler/emit/emit';
import { drawFlows } from '@parley/shared/gallery/drawBot';
import { gallery } from '@parley/shared/gallery/index';
import { playGolden } from '@parley/shared/golden/playGolden';
import { varyGolden } from '@parley/shared/golden/varyGolden';
import type { Machine } from '@parley/shared/machine/machine';
import { nodeTypes } from '@parley/shared/nodes/index';
import { loadCases } from '@parley/shared/test/loadCases';
import { setup } from 'xstate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conversationsOf } from '../commands/exportProject.ts';
import { collectSources, fileOf, importsOf } from './collectSources.ts';
import { dependencies, devDependencies } from './dependencies.data.ts';
import { playConversation } from './host/conversation.ts';
import type { Bot } from './host/conversation.ts';
import { hostSources } from './hostSources.ts';
import { projectFiles } from './projectFiles.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'parley-project-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = promisify(execFile);

const bots: [string, Machine][] = [['demo', { main: 'main', flows: { main: demoFlow(nodeTypes) } }] as const, ...gallery.map(({ id, drawing }) => [id, drawFlows(drawing, nodeTypes)] as const)].map(([id, set]) => [id, compile(set, nodeTypes)]);

async function filesOf(machine: Machine): Promise<Record<string, string>> {
  return projectFiles({ name: 'A <bot> & "more"', languages: machine.languages, code: emit(machine).code, conversations: conversationsOf(machine, []) }, await hostSources(), 'a-bot');
}

/** The demo's project as it would be unpacked; the machines and conversations of all other bots beside its own, which have the same host. */
beforeAll(async () => {
  for (const [at, [id, machine]] of bots.entries()) {
    const files = await filesOf(machine);
    for (const [file, text] of Object.entries(files)) {
      const own = ['machine.ts', 'conversations.json'].includes(file);
      if (at > 0 && !own) continue;
      const place = path.join(folder, at > 0 ? file.replace('.', `.${id}.`) : file);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, text);
    }
  }
  const names = bots.slice(1).map(([id]) => id);
  writeFileSync(path.join(folder, 'all.test.ts'), [
    "import { testConversations } from './host/testConversations.ts';",
    ...names.flatMap((id) => [`import * as ${id} from './machine.${id}.ts';`, `import ${id}Conversations from './conversations.${id}.json' with { type: 'json' };`]),
    ...names.map((id) => `testConversations({ machine: ${id}.machine, tables: ${id}.parley.tables }, ${id}Conversations);`),
  ].join('\n'));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
}, 120_000);

describe('a project', () => {
  test('imports nothing but itself and what it depends on', () => {
    const files = collectSources(['run.ts', 'conversations.test.ts', 'all.test.ts'].map((file) => file), (file) => readFileSync(path.join(folder, file), 'utf8'));
    const outside = Object.entries(files).flatMap(([file, text]) => importsOf(text).filter((specifier) => fileOf(specifier, file) === undefined));
    const packages = new Set(outside.filter((specifier) => !specifier.startsWith('node:')));
    expect([...packages].toSorted()).toEqual(Object.keys(dependencies).toSorted());
    expect(Object.values(files).join('\n')).not.toMatch(/from '@parley/);
    // And it carries nothing it does not use.
    const carried = Object.keys(collectSources(['run.ts', 'conversations.test.ts'], (file) => readFileSync(path.join(folder, file), 'utf8')));
    expect(carried).toContain('parley/compiler/companion.ts');
  });

  test('depends on the versions this house is tested with', () => {
    const read = (file: string): Record<string, Record<string, string>> => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, Record<string, string>>;
    const ours = { ...read('package.json')['devDependencies'], ...read('shared/package.json')['dependencies'] };
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) expect([name, version]).toEqual([name, ours[name]]);
  });

  test('type-checks under strict settings, with the machine of every bot', async () => {
    await expect(run(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', folder]).catch((error: { stdout: string }) => error.stdout)).resolves.toMatchObject({ stdout: '' });
  }, 240_000);

  test('its own tests hold, and so do those of every bot of the gallery', async () => {
    const { scripts } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { scripts: { test: string } };
    const [, ...args] = scripts.test.split(' ');
    const { stdout } = await run(process.execPath, [...args, 'all.test.ts'], { cwd: folder, maxBuffer: 64_000_000 }).catch((error: { stdout: string }) => error);
    const count = Number(/^# tests (\d+)$/m.exec(stdout)?.[1]);
    expect(stdout).toMatch(/^# fail 0$/m);
    const written = bots.reduce((sum, [, machine]) => sum + conversationsOf(machine, []).length, 0);
    expect(count).toBe(written);
    expect(written).toBeGreaterThan(100);
  }, 240_000);

  test('talks on a command line, shows what it is asked for and answers with its stand-ins', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'run.ts', 'fr'], { cwd: folder });
    let said = '';
    child.stdout.on('data', (piece: Buffer) => { said += piece.toString('utf8'); });
    child.stdin.end(['/help', '/done fr', '/nothing', '/later nonsense', '/state', '/again', '/done fr', '/quit', ''].join('\n'));
    await new Promise((resolve) => { child.on('exit', resolve); });
    expect(said).toContain('lets time pass');
    expect(said).toContain('/nothing is no command here');
    expect(said).toContain('"nonsense" is no duration');
    expect(said).toContain('"frames"');
    // The demo asks for the language first: in French then, and anew after /again.
    expect(said.match(/Bonjour/g), said).toHaveLength(2);
  }, 60_000);

  test('its README is about this bot, and cannot be broken by its name', () => {
    const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
    expect(readme.split('\n')[0]).toBe('# A \\<bot\\> \\& "more"');
    for (const file of readme.matchAll(/^\| (.+) \|/gm)) for (const [, name = ''] of (file[1] ?? '').split('|')[0]?.matchAll(/`([a-z/A-Z]+\.(?:ts|json))`/g) ?? []) expect(() => readFileSync(path.join(folder, name))).not.toThrow();
  });
});

/** The emitted module without its imports, which are given as arguments. */
function botOf(machine: Machine): Bot {
  const code = emit(machine).code.replace(/^import .*$/gm, '').replaceAll(/^export /gm, '');
  const load = new Function('setup', 'companion', `${code}\nreturn { machine, parley };`) as (...doors: unknown[]) => { machine: Bot['machine']; parley: ReturnType<typeof companion> };
  const { machine: made, parley } = load(setup, companion);
  return { machine: made, tables: parley.tables };
}

describe.each(Object.entries(loadCases(nodeTypes)).flatMap(([type, cases]) => (cases ? [[type, cases] as const] : [])))('the host of projects holds the conversations of %s as the engine does', (_, { examples, fields }) => {
  const variants = fields.flatMap((variant) => {
    const like = examples.find(({ description }) => description === variant.like);
    return like && variant.conversation ? [{ ...varyGolden(like, variant), description: `${variant.field} = ${JSON.stringify(variant.to)}` }] : [];
  });
  test.each([...examples, ...variants].map((golden) => [golden.description, golden] as const))('%s', (__, golden) => {
    const { machine, conversation, variables } = playGolden(golden, nodeTypes);
    const played = playConversation(botOf(machine), golden);
    expect(played.lines).toEqual(conversation);
    expect(played.variables).toEqual(variables);
  });
});
