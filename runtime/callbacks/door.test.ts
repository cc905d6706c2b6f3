import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import express, { Router } from 'express';
import { afterAll, describe, expect, test } from 'vitest';
import { databaseKindsAndApart, testDatabase } from '@parley/db/testing';
import type { Sketch } from '@parley/shared/nodes/golden';
import { createKeys } from '../lib/keys.ts';
import { openStage } from '../turns/test/stage.ts';
import type { Stage } from '../turns/test/stage.ts';
import type { Turns } from '../turns/createTurns.ts';
import { createCallbacks } from './createCallbacks.ts';
import { mountCallbackDoor } from './door.ts';
import { makeReference, readReference } from './reference.ts';

const codes = { ok: { code: 'paid', label: 'I have paid', order: 1 }, no: { code: 'refused', order: 2 } };
const waiting = (data: object): Sketch => ({
  variables: { link: 'text', sum: 'number' },
  nodes: {
    begin: 'start', pay: { callback: { codes, text: '{{link}}', address: 'link', timeout: 'PT1H', waitingText: 'Not yet', ...data } },
    thanks: { end: { text: 'Thanks for {{sum}}' } }, refused: { end: { text: 'Refused' } }, late: { end: { text: 'Too late' } }, stopped: { end: { text: 'Stopped' } },
  },
  edges: ['begin -> pay', 'pay.ok -> thanks', 'pay.no -> refused', 'pay.timeout -> late', 'pay.interrupted -> stopped'],
});
const withAmount = waiting({ outputs: { a: { name: 'amount', type: { kind: 'number' }, required: true, save: 'sum', order: 1 } }, inputs: { i: { name: 'order', value: '"A7"', order: 1 } } });
const plain = waiting({});

const menu: Sketch = {
  nodes: { in: 'start', pick: { choice: { body: 'What about?', options: { price: { label: 'Prices', order: 1 }, back: { label: 'Back', order: 2 } } } }, price: { message: { text: 'It is 5.' } }, out: 'end' },
  edges: ['in -> pick', 'pick.price -> price', 'price -> out', 'pick.back -> out'],
};
const withMenu = (data: object): Sketch => ({
  ...waiting(data), languages: ['en', 'fr'],
  settings: { sessionHours: 1, shortcuts: { m: { keywords: 'menu', does: { kind: 'call', flow: 'menu' }, order: 1 }, l: { keywords: 'language', does: { kind: 'dialog', dialog: 'language' }, order: 2 } } },
});

interface Answer {
  status: number;
  body: { status?: string; error?: { code: string; fields: { path: string }[] }; inputs?: object; codes?: object[] };
}

describe.each(databaseKindsAndApart)('callbacks (%s)', async (kind) => {
  const db = await testDatabase(kind);
  const open = async (sketch: Sketch, turnsOf: (stage: Stage) => Turns = ({ turns }) => turns) => {
    const stage = await openStage(db, { sketch, ...(sketch.settings?.['shortcuts'] !== undefined && { subflows: { menu } }) });
    const server = express();
    const router = Router();
    mountCallbackDoor(router, stage.context, turnsOf(stage));
    const http = createServer(server.use(router));
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    afterAll(() => http.close());
    const door = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    const pathOf = (said: string[]): string => new URL(said[0] ?? '').pathname;
    const call = async (path: string, body?: unknown): Promise<Answer> => {
      const response = await fetch(door + path, body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: typeof body === 'string' ? body : JSON.stringify(body) });
      return { status: response.status, body: await response.json() as Answer['body'] };
    };
    const heard = async (from: string): Promise<unknown[]> => {
      await stage.turns.runUntilIdle();
      return (await stage.log(from)).filter(({ direction }) => direction === 'out').map(({ body }) => (body as { message: { text: string } }).message.text).slice(1);
    };
    return { stage, door, pathOf, call, heard };
  };

  test('a system reads what is asked, answers once, and the conversation goes on', async () => {
    const { stage, pathOf, call, heard } = await open(withAmount);
    const path = pathOf(await stage.say('ann', 'hi'));
    expect(path).toMatch(/^\/callbacks\/[\w-]{22}\.[\w-]{43}$/);
    expect(await call(path)).toMatchObject({ status: 200, body: { inputs: { order: 'A7' }, codes: [{ code: 'paid', label: 'I have paid' }, { code: 'refused', label: 'refused' }] } });
    expect(await call(path, { code: 'paid', values: { amount: 15 } })).toEqual({ status: 200, body: { status: 'taken' } });
    expect(await heard('ann')).toEqual(['Thanks for 15']);
    expect(await call(path, { code: 'paid', values: { amount: 15 } })).toMatchObject({ status: 410, body: { error: { code: 'gone' } } });
    expect((await call(path)).status).toBe(410);
    expect(await heard('ann')).toEqual(['Thanks for 15']);
  });

  test.each([
    ['another code', { code: 'pay' }, ['code']],
    ['a text for a number', { code: 'paid', values: { amount: '15' } }, ['values.amount']],
    ['a value that must be there', { code: 'paid' }, ['values.amount']],
    ['a value nobody agreed on', { code: 'refused', values: { tip: 1 } }, ['values.tip']],
    ['a field of its own', { code: 'refused', tip: 1 }, ['']],
    ['no object', '[]', ['']],
  ])('%s is refused by field, and the address stays good', async (_, body, fields) => {
    const { stage, pathOf, call, heard } = await open(withAmount);
    const path = pathOf(await stage.say('ann', 'hi'));
    const refused = await call(path, body);
    expect(refused).toMatchObject({ status: 400, body: { error: { code: 'malformed' } } });
    expect(refused.body.error?.fields.map(({ path: at }) => at)).toEqual(fields);
    expect((await call(path, { code: 'refused' })).status).toBe(200);
    expect(await heard('ann')).toEqual(['Refused']);
  });

  test('what is no JSON, and what is too large', async () => {
    const { stage, pathOf, call } = await open(plain);
    const path = pathOf(await stage.say('ann', 'hi'));
    expect((await call(path, 'paid')).status).toBe(400);
    expect((await call(path, { code: 'paid', values: { x: 'x'.repeat(300_000) } })).status).toBe(413);
    expect((await call(path, { code: 'paid' })).status).toBe(200);
  });

  test('what nobody here signed is not found, and one of ours that is deleted is over', async () => {
    const { stage, pathOf, call } = await open(plain);
    const path = pathOf(await stage.say('ann', 'hi'));
    const id = readReference(stage.context.keys, path.split('/')[2] ?? '') ?? '';
    expect(id).not.toBe('');
    const forged = makeReference(createKeys('another secret of more than thirty-two letters'), id);
    for (const reference of [forged, `${path.slice(11, -1)}${path.endsWith('A') ? 'B' : 'A'}`, 'x', `${'A'.repeat(22)}.${'A'.repeat(43)}`]) {
      expect((await call(`/callbacks/${reference}`, { code: 'paid' })).status, reference).toBe(404);
    }
    await stage.sql('delete from parley.callback_references where id = $1', [id]);
    expect((await call(path, { code: 'paid' })).status).toBe(410);
  });

  test('of two at once one is taken', async () => {
    const { stage, pathOf, call, heard } = await open(withAmount);
    const path = pathOf(await stage.say('ann', 'hi'));
    const answers = await Promise.all([1, 2, 3, 4].map((amount) => call(path, { code: 'paid', values: { amount } })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410, 410, 410]);
    expect(await heard('ann')).toEqual([`Thanks for ${answers.findIndex(({ status }) => status === 200) + 1}`]);
    expect(await stage.sql(`select count(*)::int as n from lanes.turns where lane = $1 and event = 'callback'`, [stage.lane('ann')])).toEqual([{ n: 1 }]);
  });

  test('after its time the contact is told, and a callback is late, noted and refused', async () => {
    const { stage, pathOf, call, heard } = await open({ ...withAmount, nodes: { ...withAmount.nodes, late: { ask: { question: 'Too late. Why?' } }, bye: 'end' }, edges: [...withAmount.edges, 'late -> bye'] });
    const path = pathOf(await stage.say('ann', 'hi'));
    stage.clock.pass(3_600_000);
    expect(await heard('ann')).toEqual(['Too late. Why?']);
    expect(await call(path, { code: 'paid', values: { amount: 15 } })).toMatchObject({ status: 410 });
    expect(await heard('ann')).toEqual(['Too late. Why?']);
    expect(await stage.sql(`select event, trace -> 'steps' -> 0 ->> 'did' as did from lanes.turns where lane = $1 order by seq desc limit 1`, [stage.lane('ann')])).toEqual([{ event: 'callback', did: 'late' }]);
    expect(await stage.sql('select outcome, code from parley.callback_references where lane = $1', [stage.lane('ann')])).toEqual([{ outcome: 'late', code: 'paid' }]);
    expect((await call(path, { code: 'paid', values: { amount: 15 } })).status).toBe(410);
  });

  test('expired is refused even before the conversation has heard of it', async () => {
    const { stage, pathOf, call, heard } = await open(plain);
    const path = pathOf(await stage.say('ann', 'hi'));
    stage.clock.pass(3_600_000);
    expect((await call(path, { code: 'paid' })).status).toBe(410);
    expect(await heard('ann')).toEqual(['Too late']);
  });

  test('messages meanwhile are told to wait, and the session does not end before its time', async () => {
    const { stage, pathOf, call, heard } = await open(waiting({ timeout: 'P3D' }));
    const path = pathOf(await stage.say('ann', 'hi'));
    expect(await stage.say('ann', 'Is it done?')).toEqual(['Not yet']);
    stage.clock.pass(2 * 86_400_000);
    await stage.turns.runUntilIdle();
    expect((await call(path, { code: 'paid' })).status).toBe(200);
    expect(await heard('ann')).toContain('Thanks for 0');
  });

  test('a menu comes between and the address is good all the while; what is answered there is taken when the menu is closed, once', async () => {
    const { stage, pathOf, call, heard } = await open(withMenu({ timeout: 'P3D' }));
    const path = pathOf(await stage.say('ann', 'hi'));
    expect(await stage.say('ann', 'menu')).toEqual(['What about? [Prices|Back]']);
    expect(await stage.say('ann', 'prices')).toEqual(['It is 5.']);
    expect(await stage.say('ann', 'Is it done?')).toEqual(['Not yet']);
    await stage.say('ann', 'menu');
    // Nothing of it ends with the hours of a session.
    stage.clock.pass(2 * 86_400_000);
    expect((await call(path)).status).toBe(200);
    expect((await call(path, { code: 'paid' })).status).toBe(200);
    expect((await call(path, { code: 'paid' })).status).toBe(410);
    expect((await heard('ann')).at(-1)).not.toBe('Thanks for 0');
    expect(await stage.say('ann', 'back')).toEqual(['Thanks for 0']);
  });

  test('the deadline of an address is kept while a menu is open', async () => {
    const { stage, pathOf, call, heard } = await open(withMenu({ timeout: 'PT2H' }));
    const path = pathOf(await stage.say('bo', 'hi'));
    await stage.say('bo', 'menu');
    await stage.say('bo', 'back');
    await stage.say('bo', 'menu');
    stage.clock.pass(3 * 3_600_000);
    expect((await call(path, { code: 'paid' })).status).toBe(410);
    await stage.say('bo', 'back');
    expect((await heard('bo')).at(-1)).toBe('Too late');
  });

  test('choosing a language leaves the address as it is, and an answer meanwhile comes after the choice', async () => {
    const { stage, pathOf, call, heard } = await open(withMenu({}));
    const path = pathOf(await stage.say('cy', 'hi'));
    await stage.say('cy', 'language');
    await stage.say('cy', 'french');
    expect((await call(path)).status).toBe(200);
    await stage.say('cy', 'language');
    expect((await call(path, { code: 'refused' })).status).toBe(200);
    expect((await heard('cy')).at(-1)).not.toBe('Refused');
    expect(await stage.say('cy', 'english')).toEqual(['Refused']);
  });

  test('a message that interrupts makes the address late', async () => {
    const { stage, pathOf, call } = await open(waiting({ meanwhile: 'interrupt' }));
    const path = pathOf(await stage.say('ann', 'hi'));
    expect(await stage.say('ann', 'Forget it')).toEqual(['Stopped']);
    expect((await call(path, { code: 'paid' })).status).toBe(410);
  });

  test('another conversation is not touched, and a new session of the same contact neither', async () => {
    const { stage, pathOf, call, heard } = await open(plain);
    const first = pathOf(await stage.say('ann', 'hi'));
    const other = pathOf(await stage.say('bo', 'hi'));
    expect((await call(first, { code: 'refused' })).status).toBe(200);
    await stage.turns.runUntilIdle();
    const second = pathOf(await stage.say('ann', 'again'));
    expect((await call(first, { code: 'paid' })).status).toBe(410);
    expect((await call(second, { code: 'paid' })).status).toBe(200);
    expect((await call(other, { code: 'refused' })).status).toBe(200);
    expect(await heard('bo')).toEqual(['Refused']);
  });

  test('it is there for a process that did not make it', async () => {
    const { stage, pathOf, call } = await open(withAmount, (made) => made.another());
    const path = pathOf(await stage.say('ann', 'hi'));
    await stage.turns.stop();
    expect((await call(path, { code: 'paid', values: { amount: 7 } })).status).toBe(200);
    await expect.poll(async () => (await stage.log('ann')).length).toBe(3);
  });

  test('a turn that is performed again gives the same address', async () => {
    const { stage } = await open(plain);
    const order = { key: 'lane.1.0', bot: stage.bot, contact: null, language: null, lane: stage.lane('ann'), session: 1, wait: 2, contract: { codes: [], outputs: [] }, inputs: {}, now: stage.clock.now(), expiresAt: stage.clock.now() };
    const callbacks = createCallbacks(stage.context);
    const given = await Promise.all([callbacks.open(order), callbacks.open(order), callbacks.open({ ...order, key: 'lane.1.1' })]);
    expect(given[0]).toBe(given[1]);
    expect(given[2]).not.toBe(given[0]);
    expect(await stage.sql('select count(*)::int as n from parley.callback_references where lane = $1', [stage.lane('ann')])).toEqual([{ n: 2 }]);
  });

  test('people see a page with one button; opening it answers nothing', async () => {
    const { stage, pathOf, door, heard } = await open(plain);
    const path = pathOf(await stage.say('ann', 'hi'));
    const asPerson = (init: RequestInit = {}): Promise<Response> => fetch(door + path, { ...init, headers: { accept: 'text/html', ...init.headers } });
    const page = await asPerson();
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(await page.text()).toContain('<button type="submit" name="code" value="paid"><bdi>I have paid</bdi></button>');
    expect(await heard('ann')).toEqual([]);
    const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'code=paid' };
    expect(await (await asPerson(form)).text()).toContain('Thank you');
    expect(await heard('ann')).toEqual(['Thanks for 0']);
    const again = await asPerson(form);
    expect([again.status, await again.text()]).toEqual([410, expect.stringContaining('answered already')]);
  });

  test.each([
    ['pt-BR', '<html lang="pt" dir="ltr">', 'A conversa aguarda a sua confirmação.', 'Confirmar', 'Obrigado. Pode voltar à conversa.', 'Isto já foi respondido.'],
    ['ar', '<html lang="ar" dir="rtl">', 'المحادثة في انتظار تأكيدكم.', 'تأكيد', 'شكرًا لكم. يمكنكم العودة إلى المحادثة.', 'تمت الإجابة عن هذا من قبل.'],
  ])('a contact who reads %s gets the page in that language, whatever the browser', async (language, html, asks, confirm, thanks, taken) => {
    const { stage, pathOf, door, heard } = await open({ ...waiting({ codes: { ok: { code: 'paid', order: 1 } } }), languages: ['en', 'pt', 'ar'] });
    const path = pathOf(await stage.say('ann', 'hi', { person: { language } }));
    const asPerson = (init: RequestInit = {}): Promise<Response> => fetch(door + path, { ...init, headers: { accept: 'text/html', 'accept-language': 'de', ...init.headers } });
    const page = await (await asPerson()).text();
    expect(page).toContain(html);
    expect(page).toContain(asks);
    expect(page).toContain(`<bdi>${confirm}</bdi></button>`);
    const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'code=paid' };
    expect(await (await asPerson(form)).text()).toContain(thanks);
    expect(await heard('ann')).toEqual(['Thanks for 0']);
    const again = await (await asPerson(form)).text();
    expect([again.includes(html), again.includes(taken)]).toEqual([true, true]);
  });

  test.each([
    ['ar', 'لقد دفعت'],
    ['ar-EG', 'لقد دفعت'],
    ['pt', 'I have paid'],
  ])('a contact who reads %s presses what the author wrote for them: %s', async (language, label) => {
    const { stage, pathOf, door } = await open({ ...plain, languages: ['en', 'pt', 'ar'], translations: { ar: { 'pay/codes.ok.label': 'لقد دفعت' } } });
    const path = pathOf(await stage.say('ann', 'hi', { person: { language } }));
    const asked = async (accept: string): Promise<string> => (await fetch(door + path, { headers: { accept } })).text();
    expect(await asked('text/html')).toContain(`<bdi>${label}</bdi></button>`);
    expect(JSON.parse(await asked('application/json'))).toMatchObject({ codes: [{ code: 'paid', label: 'I have paid' }, { code: 'refused' }] });
  });

  test('an address from before languages were kept speaks the browser’s, else English', async () => {
    const { stage, pathOf, door } = await open(plain);
    const path = pathOf(await stage.say('ann', 'hi'));
    await stage.sql('update parley.callback_references set language = null where bot = $1', [stage.bot]);
    const asked = async (language: string): Promise<string> => (await fetch(door + path, { headers: { accept: 'text/html', 'accept-language': language } })).text();
    expect(await asked('fr-CA, en;q=0.5')).toContain('La conversation attend votre confirmation.');
    expect(await asked('fi')).toContain('The conversation is waiting for you to confirm.');
  });
});
