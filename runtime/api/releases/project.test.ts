import { testDatabase } from '@parley/db/testing';
import { botSchema } from '@parley/shared/api/bots';
import { draftSchema } from '@parley/shared/api/flows';
import { publishedSchema } from '@parley/shared/api/releases';
import { companionModule } from '@parley/shared/compiler/emit/emit';
import { conversationTestSchema } from '@parley/shared/nodes/golden';
import { unzipSync, strFromU8 } from 'fflate';
import * as z from 'zod';
import { afterAll, expect, test } from 'vitest';
import { createSandbox } from '../../sandbox/createSandbox.ts';
import { menuBot } from '../../test/menuBot.ts';
import { testApi } from '../../test/testApi.ts';

const sandbox = createSandbox({ workers: 1 });
afterAll(() => sandbox.close());
const api = await testApi(await testDatabase(), { context: { sandbox } });

async function unpacked(path: string): Promise<{ name: string; files: Record<string, string> }> {
  const response = await fetch(api.url + path, { headers: { authorization: `Bearer ${api.accounts.analyst.token}` } });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return { name: response.headers.get('content-disposition') ?? '', files: Object.fromEntries(Object.entries(files).map(([file, bytes]) => [file, strFromU8(bytes)])) };
}

test('a release and a draft are taken along as projects: the code as it was proven, a host, conversations it holds', async () => {
  const bot = botSchema.parse(await api.good('POST', '/api/v1/bots', { name: 'Café "Ünique" <1>' }));
  const flow = `/api/v1/flows/${bot.flowId}`;
  const { revision } = draftSchema.parse(await api.good('GET', `${flow}/draft`));
  await api.good('PUT', `${flow}/draft`, { revision, flow: menuBot('Hello.') });
  const { release } = publishedSchema.parse(await api.good('POST', `${flow}/publish`, { acceptWarnings: true }));
  const code = String((await api.ask('GET', `/api/v1/releases/${release.id}/code`, { as: 'owner' })).body);

  const { name, files } = await unpacked(`/api/v1/releases/${release.id}/project`);
  const [, folder = ''] = /filename="?([^";]+)-v1\.zip/.exec(name) ?? [];
  expect(folder).toMatch(/^[a-z0-9-]+$/);
  expect(Object.keys(files).every((file) => file.startsWith(`${folder}-v1/`))).toBe(true);
  const at = (file: string): string => files[`${folder}-v1/${file}`] ?? '';
  // Line for line what was released, but for where the companion is.
  expect(at('machine.ts').replace('./parley/compiler/companion.ts', companionModule)).toBe(code);
  expect(Object.keys(z.object({ dependencies: z.record(z.string(), z.string()) }).parse(JSON.parse(at('package.json'))).dependencies)).toContain('xstate');
  const conversations = z.array(conversationTestSchema).parse(JSON.parse(at('conversations.json')));
  expect(conversations.length).toBeGreaterThan(2);
  expect(JSON.stringify(conversations)).toContain('Hello.');
  expect(at('README.md')).toContain('Version 1');
  expect(at('parley/LICENSE')).toContain('Apache License');
  expect(at('host/standIns.ts')).not.toContain('@parley/');

  const changed = draftSchema.parse(await api.good('GET', `${flow}/draft`));
  await api.good('PUT', `${flow}/draft`, { revision: changed.revision, flow: menuBot('Changed since.') });
  const draft = await unpacked(`/api/v1/bots/${bot.id}/project`);
  expect(draft.name).toContain('-draft.zip');
  expect(draft.files[`${folder}-draft/machine.ts`]).toContain('Changed since.');
  expect((await unpacked(`/api/v1/releases/${release.id}/project`)).files).toEqual(files);
});
