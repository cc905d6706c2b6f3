import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { nodeTypes } from '../nodes/index.ts';
import { loadCases } from '../test/loadCases.ts';
import { nodeDocs } from './nodeDocs.ts';

const folder = fileURLToPath(new URL('../../docs/nodes/', import.meta.url));
const pages = nodeDocs(nodeTypes, loadCases(nodeTypes));

if (env['UPDATE_DOCS'] === '1') {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(pages)) writeFileSync(folder + name, text);
}

test('every node type has its page, and no page is left of one that is gone', () => {
  expect(readdirSync(folder).sort()).toEqual(['README.md', ...Object.keys(nodeTypes).map((type) => `${type}.md`)].sort());
});

test.each(Object.keys(pages))('docs/nodes/%s says what the definitions say today', (name) => {
  expect(existsSync(folder + name)).toBe(true);
  expect(readFileSync(folder + name, 'utf8')).toBe(pages[name]);
});

test('texts of people cannot become markup', () => {
  const cases = { message: { fields: [], examples: [{ description: 'Odd', flow: { nodes: {}, edges: [] }, clock: '2026-11-20T09:00:00Z', conversation: [{ bot: '<b>*hi*</b> | [x]' }] }] } };
  expect(nodeDocs(nodeTypes, cases)['message.md']).toContain('**Bot:** \\<b\\>\\*hi\\*\\</b\\> \\| \\[x\\]');
});
