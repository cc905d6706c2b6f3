import i18next from 'i18next';
import { toastError } from '../ui/toast.tsx';
import type { Point } from '../canvas/geometry.ts';
import type { Desk } from './actions.ts';
import { clipOf, readClip } from './edits/clip.ts';
import { putDown } from './putDown.ts';

/**
 * Puts the drawing of a file where it was dropped: a bot of any tool that can be imported, or a copied piece. Its settings and
 * tests stay in the file, because this bot has its own. As one gesture; a file that cannot be read is told and nothing changes.
 */
export async function importFile(desk: Desk, file: File, at: Point): Promise<void> {
  const text = await file.text();
  const piece = readClip(text);
  if (piece) {
    await putDown(desk, piece, { at });
    return;
  }
  const { readExport } = await import('@parley/shared/exchange/readExport');
  const read = readExport(text, desk.nodeTypes);
  if (!read.ok) {
    toastError([i18next.t('pasted.notRead', { name: file.name }), read.problems[0]?.message].filter(Boolean).join('. '));
    return;
  }
  const { main, flows } = read.bot;
  const flow = flows[main]?.flow;
  const called = Object.fromEntries(Object.entries(flows).filter(([id]) => id !== main));
  const clip = flow && clipOf(flow, [...Object.keys(flow.nodes), ...Object.keys(flow.notes), ...Object.keys(flow.frames ?? {})], { nodeTypes: desk.nodeTypes, flows: called });
  if (!clip) {
    toastError(i18next.t('pasted.empty', { name: file.name }));
    return;
  }
  const start = Object.entries(flow.nodes).find(([, { type }]) => type === 'start')?.[0];
  await putDown(desk, clip, { at, from: read.bot.name, begin: Object.values(flow.edges).find(({ from }) => from === start)?.to });
}
