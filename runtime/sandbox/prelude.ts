/**
 * Runs first inside QuickJS: takes away what is not the same on every replay, gives Date and random from the turn, and keeps
 * the functions it needs out of the authored code's reach. Its value is the harness the worker talks to.
 */
export const prelude = `(function () {
  'use strict';
  const { parse, stringify } = JSON;
  const { apply, construct } = Reflect;
  const RealPromise = Promise, RealDate = Date, RealString = String;
  const then = Promise.prototype.then, slice = RealString.prototype.slice;
  const lines = [];
  let result, room = 0;

  for (const name of ['performance', 'Atomics', 'SharedArrayBuffer', 'WeakRef', 'FinalizationRegistry', 'gc', 'queueMicrotask', 'navigator']) {
    delete globalThis[name];
  }

  // Call sites of a stack would hand out our own functions.
  Object.defineProperty(Error, 'prepareStackTrace', { value: undefined, writable: false, configurable: false });

  function fixTime(now) {
    const proto = RealDate.prototype;
    const utc = (parts) => apply(RealDate.UTC, undefined, parts);
    const parseUtc = (text) => RealDate.parse(typeof text === 'string' && /T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?$/.test(text) ? text + 'Z' : text);
    function FixedDate(...parts) {
      if (!new.target) return new RealDate(now).toUTCString();
      const from = parts.length === 0 ? now : parts.length > 1 ? utc(parts) : typeof parts[0] === 'string' ? parseUtc(parts[0]) : parts[0];
      return construct(RealDate, [from], new.target);
    }
    Object.defineProperty(FixedDate, 'name', { value: 'Date' });
    FixedDate.prototype = proto;
    proto.constructor = FixedDate;
    FixedDate.now = () => now;
    FixedDate.parse = parseUtc;
    FixedDate.UTC = RealDate.UTC;
    for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
      proto['get' + part] = proto['getUTC' + part];
      if (part !== 'Day') proto['set' + part] = proto['setUTC' + part];
    }
    proto.getTimezoneOffset = () => 0;
    proto.toString = proto.toUTCString;
    globalThis.Date = FixedDate;
  }

  function fixRandom(seed) {
    let state = seed >>> 0;
    Math.random = () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  }

  const show = (value) => {
    if (typeof value === 'string') return value;
    try { return stringify(value) ?? RealString(value); } catch { return '[cannot be shown]'; }
  };
  const write = (...values) => {
    if (lines.length >= 100) return;
    let line = '';
    for (let i = 0; i < values.length; i += 1) line += (i ? ' ' : '') + show(values[i]);
    lines[lines.length] = apply(slice, line, [0, 500]);
  };
  globalThis.console = { log: write, info: write, warn: write, error: write, debug: write };

  const settle = (value) => {
    const text = stringify(value);
    result = text === undefined
      ? { error: 'The code gave back nothing that can be kept. End it with return and a text, number, list or object.' }
      : text.length > room
        ? { error: 'The code gave back more than ' + room / 1024 + ' KB. Give back less.' }
        : { text };
  };
  const fail = (error) => { result = { thrown: error }; };
  const attempt = (work) => { try { work(); } catch (error) { fail(error); } };

  return {
    setUp(now, seed, outputBytes) { fixTime(now); fixRandom(seed); room = outputBytes; },
    start(main, input) {
      if (typeof main !== 'function') return void (result = { error: 'The code has no default function. Write: export default (input) => …' });
      attempt(() => {
        const value = main(parse(input));
        if (value instanceof RealPromise) apply(then, value, [(given) => attempt(() => settle(given)), fail]);
        else settle(value);
      });
    },
    result: () => result,
    explain(error) {
      const read = (name) => { try { return apply(slice, RealString(error[name] ?? ''), [0, 2000]); } catch { return ''; } };
      const thing = typeof error === 'object' && error !== null;
      return stringify(thing ? { name: read('name'), message: read('message'), stack: read('stack') } : { name: '', message: show(error), stack: '' });
    },
    log: () => stringify(lines),
  };
})()`;
