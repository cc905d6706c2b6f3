import i18next from 'i18next';
import { sentenceOf } from '../api/ApiFailure.ts';
import type { Point } from '../canvas/geometry.ts';
import type { Desk } from '../commands/actions.ts';
import { clipOf } from '../commands/edits/clip.ts';
import { putDown } from '../commands/putDown.ts';
import type { Incoming } from '../store/uiStore.ts';
import { readDropped } from './readDropped.ts';
import { tooLarge } from './tooLarge.ts';

const t = (key: string, options?: Record<string, unknown>): string => i18next.t(key, options ?? {});

/**
 * Brings the drawing of a file to where it was dropped: a bot of any tool that can be imported, or a copied piece. A piece is put
 * down at once; of a bot it is told first what becomes of its parts, and nothing changes before somebody says so. What is too large
 * is not even read, and what cannot be read is told with its places.
 */
export async function importFile(desk: Desk, file: File, at: Point): Promise<void> {
  const { ui, editable } = desk;
  if (!editable) return;
  const leave = new AbortController();
  const { name } = file;
  let shown: Incoming = { step: 'reading', name, leave: () => leave.abort() };
  // Closed, or another file was dropped since: this one is nobody's wish any more.
  const isWanted = (): boolean => ui.getState().incoming === shown;
  const show = (next: Incoming): void => {
    if (!isWanted()) return;
    shown = next;
    ui.setState({ incoming: next });
  };
  ui.getState().incoming?.leave?.();
  ui.setState({ incoming: shown });
  const refuse = (problems: { path: string; message: string }[]): void => show({ step: 'refused', name, problems });
  const size = tooLarge(file);
  if (size) return refuse([{ path: '', message: t('exchange.tooLarge', { ...size, name }) }]);
  try {
    const dropped = await readDropped(await file.text(), leave.signal);
    if (!isWanted()) return;
    if (!dropped.ok) return refuse(dropped.problems);
    if ('piece' in dropped) {
      ui.setState({ incoming: undefined });
      await putDown(desk, dropped.piece, { at });
      return;
    }
    const { report, bot } = dropped;
    const flow = bot.flows[bot.main]?.flow;
    const called = Object.fromEntries(Object.entries(bot.flows).filter(([id]) => id !== bot.main));
    const clip = flow && clipOf(flow, [...Object.keys(flow.nodes), ...Object.keys(flow.notes), ...Object.keys(flow.frames ?? {})], { nodeTypes: desk.nodeTypes, flows: called });
    if (!clip) return refuse([{ path: '', message: t('pasted.empty') }]);
    const start = Object.entries(flow.nodes).find(([, { type }]) => type === 'start')?.[0];
    const begin = Object.values(flow.edges).find(({ from }) => from === start)?.to;
    show({ step: 'read', name: bot.name, report, put: () => void putDown(desk, clip, { at, from: bot.name, begin }) });
  } catch (error) {
    refuse([{ path: '', message: sentenceOf(error) }]);
  }
}
