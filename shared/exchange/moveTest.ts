import type { ConversationTest } from '../nodes/golden.ts';

/** A kept test for flows that have other ids: where it begins in the middle, it begins at the same place of the copy. */
export function moveTest(test: ConversationTest, flows: ReadonlyMap<string, string>): ConversationTest {
  const { start } = test;
  if (!start) return test;
  const idOf = (old: string): string => flows.get(old) ?? old;
  if ('frames' in start) return { ...test, start: { ...start, frames: start.frames.map((frame) => ({ ...frame, flow: idOf(frame.flow) })) } };
  const colon = start.at.indexOf(':');
  return colon < 0 ? test : { ...test, start: { ...start, at: `${idOf(start.at.slice(0, colon))}${start.at.slice(colon)}` } };
}
