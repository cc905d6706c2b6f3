import type { Facts } from '../expressions/types.ts';
import { sampleValue } from '../engine/sampleValue.ts';
import { assertNever } from '../lib/assertNever.ts';
import { seededRandom } from '../lib/id.ts';
import type { Random } from '../lib/id.ts';
import type { Json } from '../lib/json.ts';
import type { ActionResult } from '../machine/action.ts';
import type { CalledBack } from '../machine/callback.ts';
import type { MachineEvent } from '../machine/event.ts';
import type { Machine, State, Wait } from '../machine/machine.ts';
import type { FormRecogniser } from '../machine/form.ts';
import type { Recogniser } from '../machine/recogniser.ts';
import type { Snapshot } from '../machine/snapshot.ts';
import type { Incoming } from '../messages/incoming.ts';
import { below, chance, pick, some } from './random.ts';

const media = (mime: string) => ({ id: 'm7', mime, name: 'file', bytes: 100 });
const texts = ['hello', 'book a wash', 'price', 'Amara', '3', '2.5', '99', '2026-11-22', 'tomorrow', '31 February', '15:30', 'half past three', 'amara@example.org', '+919876543210', 'quick', 'EXPRESS', 'Full shine', 'wax', 'skip', 'restart', 'menu', 'langue', '🙂', ' '];

/**
 * Gives the next event for a session of this machine, whatever it rests in: mostly what it waits for, sometimes what it cannot
 * use, and sometimes something late. The same seed and the same snapshots give the same events. With `begun` all is in that language.
 */
export function randomEvents(seed: number, machine: Machine, begun?: string): (snapshot: Snapshot | null) => MachineEvent {
  const random = seededRandom(seed);
  let [minutes, language] = [0, begun ?? pick(random, machine.languages)];
  return (snapshot) => {
    minutes += 1 + below(random, 30);
    const event = nextEvent(random, machine, snapshot);
    if (!begun && event.type === 'dialogDone' && event.dialog === 'language' && machine.languages.includes(event.value)) language = event.value;
    return { ...event, facts: factsAt(minutes, language, seed) };
  };
}

type Bare = MachineEvent extends infer Event ? Event extends MachineEvent ? Omit<Event, 'facts'> : never : never;

function nextEvent(random: Random, machine: Machine, snapshot: Snapshot | null): Bare {
  const top = snapshot?.frames.at(-1);
  const state = top && machine.flows[top.flow]?.states[top.at];
  const seq = snapshot?.seq ?? 0;
  if (!state?.wait || chance(random, 0.02)) return chance(random, 0.6) ? { type: 'start', message: { type: 'text', text: pick(random, texts) } } : { type: 'start' };
  // A wait that is over, or one that never was.
  const wait = chance(random, 0.05) ? Math.max(0, seq - 1 + below(random, 3)) : seq;
  const odd = random();
  if (odd < 0.06) return { type: 'timer', wait };
  if (odd < 0.1) return { type: 'message', message: anyMessage(random, wait) };
  if (odd < 0.12) return { type: 'dialogDone', wait, dialog: 'language', value: 'fr' };
  if (odd < 0.14) return { type: 'result', wait, result: resultFor(random, state) };
  if (odd < 0.15) return { type: 'callback', wait, called: { outcome: 'paid', values: {} } };
  return fitting(random, state, state.wait, wait);
}

function fitting(random: Random, state: State, wait: Wait, seq: number): Bare {
  switch (wait.for) {
    case 'message': if (wait.skip && chance(random, 0.15)) return { type: 'message', message: { type: 'choiceReply', option: 'skip', wait: seq } };
      return wait.timeout && chance(random, 0.1) ? { type: 'timer', wait: seq } : { type: 'message', message: answerTo(random, wait.recogniser, seq) };
    case 'result': return { type: 'result', wait: seq, result: resultFor(random, state) };
    case 'callback': {
      if (chance(random, wait.meanwhile === 'interrupt' ? 0.35 : 0.15)) return { type: 'message', message: anyMessage(random, seq) };
      return wait.timeout && chance(random, 0.2) ? { type: 'timer', wait: seq } : { type: 'callback', wait: seq, called: calledFor(random, wait) };
    }
    case 'time': return chance(random, 0.6) ? { type: 'timer', wait: seq } : { type: 'message', message: anyMessage(random, seq) };
    case 'dialog': {
      const dialog = state.entry.find((action) => action.type === 'openDialog')?.dialog ?? 'language';
      return { type: 'dialogDone', wait: seq, dialog, value: pick(random, { language: ['en', 'fr'], consent: ['agreed', 'declined'], reset: ['reset', 'kept'] }[dialog]) };
    }
    default: return assertNever(wait);
  }
}

function calledFor(random: Random, { contract: { codes, outputs } }: Extract<Wait, { for: 'callback' }>): CalledBack {
  const values = Object.fromEntries(outputs.map(({ name, type }) => [name, chance(random, 0.9) ? sampleValue(type) : null]));
  return { outcome: chance(random, 0.9) ? pick(random, ['paid', ...codes.map(({ code }) => code)]) : 'elsewhere', values };
}

function answerTo(random: Random, recogniser: Recogniser | FormRecogniser, wait: number): Incoming {
  const said = (...answers: string[]): Incoming => ({ type: 'text', text: pick(random, answers) });
  switch (recogniser.kind) {
    case 'text': return said('Amara', 'Bo', 'a long text that nobody asked for', 'x');
    case 'number': return said('3', '1', '2.5', '42', 'four', '-1');
    case 'date': return said('2026-11-22', '2026-11-21', '2027-01-05', 'tomorrow', '31/02/2026');
    case 'time': return said('15:30', '08:15', '23:59', '7 pm');
    case 'when': return said('tomorrow at half past three', '2026-11-22', 'Friday 27 November 9:30', '31/02/2026 10:00', 'not sure');
    case 'email': return said('amara@example.org', 'amara@', 'bo.li@example.com');
    case 'phone': return said('+919876543210', '12', '+33 6 12 34 56 78');
    case 'several': return chance(random, 0.4) ? said('1, 2', '2 and 1', 'wax', '1 and 9') : answerTo(random, recogniser.of, wait);
    case 'chosen': {
      if (recogniser.listed || chance(random, 0.4)) return said('1', '2', '1, 2', 'Bo', 'wax', '1 and 3', '9');
      if (!recogniser.several) return answerTo(random, recogniser.of, wait);
      const ids = [...recogniser.of.options.map(({ id }) => id), 'gone'];
      return { type: 'choicesReply', options: [...new Set([pick(random, ids), ...some(random, ids)])], ...(chance(random, 0.8) && { wait }) };
    }
    case 'form': {
      const field = recogniser.fields[below(random, Math.max(1, recogniser.fields.length))];
      if (field && chance(random, 0.5)) return answerTo(random, field.recogniser, wait);
      if (chance(random, 0.2)) return { type: 'choiceReply', option: 'pass', wait };
      return { type: 'formReply', wait, values: Object.fromEntries(recogniser.fields.filter(() => chance(random, 0.8)).map(({ id, options }) => {
        const option = options ? pick(random, [...options.map((each) => each.id), 'gone']) : undefined;
        return [id, option === undefined ? pick(random, ['Amara', '3', '2026-11-22', '15:30', 'amara@example.org', '+919876543210', '']) : chance(random, 0.5) ? option : [option]];
      })) };
    }
    case 'keywords':
    case 'anything': return said(...texts);
    case 'location': return { type: 'location', latitude: 18.5, longitude: 73.9 };
    case 'media': return { type: pick(random, ['image', 'audio', 'video', 'document'] as const), media: media('image/png') };
    case 'choice': {
      const option = recogniser.options[below(random, recogniser.options.length)];
      if (!option || chance(random, 0.3)) return said('1', '2', 'Express', 'full shine', 'quick', 'wax');
      return { type: 'choiceReply', option: option.id, ...(chance(random, 0.8) && { wait }) };
    }
    default: return assertNever(recogniser);
  }
}

function resultFor(random: Random, { entry }: State): ActionResult {
  if (chance(random, 0.15)) return { ok: false, outcome: pick(random, ['failed', 'unknown'] as const), error: 'It broke' };
  const record = { key: 'k1', name: 'Bo', cars: 2 };
  const some = (outcome: string): Json => ({ outcome, records: [record, { ...record, key: 'k2' }], record, count: 2 });
  const none = (outcome: string): Json => ({ outcome, records: [], count: 0 });
  switch (entry.at(-1)?.type) {
    case 'findRecords': return { ok: true, value: chance(random, 0.6) ? some('found') : none('none') };
    case 'addRecord': return { ok: true, value: some(pick(random, ['added', 'exists'])) };
    case 'changeRecord': return { ok: true, value: chance(random, 0.6) ? some('changed') : none('missing') };
    case 'httpRequest': return { ok: true, value: {
      outcome: pick(random, ['ok', 'ok', 'ok', 'k0', 'clientError', 'serverError', 'timeout', 'elsewhere']), status: pick(random, [200, 404, 0]),
      values: { k0: pick<Json>(random, ['sent', 7, ['Ada'], { key: 'k1', name: 'Bo' }]), k1: pick<Json>(random, [3, 'late']) },
    } };
    case 'callModel': return { ok: true, value: {
      outcome: pick(random, ['done', 'a', 'b', 'unsure', 'tool:price', 'tool:menu']), ...(chance(random, 0.8) && { arguments: { count: pick<Json>(random, [3, 'three']), name: 'Bo' } }), by: pick(random, ['model', 'standIn', 'nobody']), confidence: pick<Json>(random, [0.7, 'high']), ...(chance(random, 0.8) && { text: 'Made for Bo' }),
      values: { k0: pick<Json>(random, ['sent', 7, ['Ada'], { key: 'k1', name: 'Bo' }]), k1: pick<Json>(random, [3, 'late']) },
    } };
    case 'fetchFile': return { ok: true, value: pick<Json>(random, [media('image/jpeg'), media('application/pdf'), 'nothing']) };
    case 'openCallback': return { ok: true, value: { url: 'https://parley.example/callbacks/r1', ...(chance(random, 0.8) && { values: { k0: pick<Json>(random, ['sent', 7]), k1: pick<Json>(random, [3, 'late']), k2: 'more' } }) } };
    case 'removeRecord': return { ok: true, value: chance(random, 0.6) ? some('removed') : none('missing') };
    default: return { ok: true, value: pick<Json>(random, [7, 'seven', null, [1, 2], { outcome: 'found' }]) };
  }
}

function anyMessage(random: Random, wait: number): Incoming {
  return pick<Incoming>(random, [
    { type: 'text', text: pick(random, texts) },
    { type: 'choiceReply', option: pick(random, ['a', 'b', 'skip', 'menu', 'gone']), wait },
    { type: 'image', media: media('image/jpeg'), caption: 'look' },
    { type: 'reaction', emoji: '👍' },
    { type: 'edited', message: '1', text: 'typo' },
    { type: 'unsupported', was: 'sticker' },
    { type: 'start', payload: 'price' },
    { type: 'location', latitude: 1, longitude: 2 },
  ]);
}

function factsAt(minutes: number, language: string, seed: number): Facts {
  const now = new Date(Date.UTC(2026, 10, 20, 9, minutes)).toISOString();
  return { now, zone: 'Asia/Kolkata', offsets: [{ from: '1970-01-01T00:00:00.000Z', minutes: 330 }], language, seed: seed + minutes, channel: 'web', contact: { id: 'c1', name: 'Amara' } };
}
