import { expect, test } from 'vitest';
import { readAnswer } from './answer.ts';
import { FrameReader, errorFrame, frameOf, queryFrame, readText, syncFrame, textsOf } from './frames.ts';

const startup = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]);

test('frames come out whole, however the bytes arrive', () => {
  const bytes = Buffer.concat([startup, queryFrame('select 1'), syncFrame, queryFrame('sélect 2')]);
  for (let size = 1; size <= bytes.length; size += 1) {
    const reader = new FrameReader();
    const frames: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += size) {
      reader.add(bytes.subarray(at, at + size));
      for (let frame = reader.next(); frame; frame = reader.next()) {
        if (frames.length === 0) reader.start();
        frames.push(Buffer.from(frame));
      }
    }
    expect(frames).toEqual([startup, queryFrame('select 1'), syncFrame, queryFrame('sélect 2')]);
  }
});

test('an error names its severity, code and message', () => {
  const frame = errorFrame({ severity: 'FATAL', code: '57P01', message: 'gone' });
  expect(frame.toString('utf8', 5)).toBe('SFATAL\0VFATAL\0C57P01\0Mgone\0\0');
  expect(frame.readInt32BE(1)).toBe(frame.length - 1);
});

test('an answer is sorted into what the client gets, what listeners get and how it ended', () => {
  const row = frameOf('D', Buffer.from('row'));
  const notification = frameOf('A', Buffer.concat([Buffer.from([0, 0, 0, 7]), textsOf('work', 'payload')]));
  const done = frameOf('C', textsOf('ROLLBACK'));
  const ready = (status: string) => frameOf('Z', Buffer.from(status));
  expect(readAnswer(Buffer.concat([row, notification, done, ready('I')]))).toEqual({
    bytes: Buffer.concat([row, done, ready('I')]), notifications: [{ channel: 'work', bytes: notification }], status: 'I', failed: false, rolledBack: true,
  });
  expect(readAnswer(Buffer.concat([errorFrame({ severity: 'ERROR', code: '22012', message: 'x' }), ready('E')]))).toMatchObject({ status: 'E', failed: true, rolledBack: false });
  expect(readAnswer(row)).toMatchObject({ status: undefined, bytes: row });
  expect(readAnswer(Buffer.concat([row, ready('T')])).status).toBe('T');
});

test('a text ends at its zero byte', () => {
  expect(readText(textsOf('one', 'two'), 0)).toEqual({ text: 'one', next: 4 });
});
