import { pointLimits } from '@parley/shared/api/sockets';
import type { Points } from '@parley/shared/api/sockets';
import type { Namespace } from 'socket.io';
import { roomName } from './rooms.ts';

type Entry = Points['points'][number];

/** What people do in their flows, passed on to the others who are there; nothing of it is kept. */
export interface PointRelay {
  /** What a studio does now in a flow; null = it left. */
  tell(flowId: string, entry: Entry): void;
}

/** How often the studios of this process are told, and how often the other processes. */
const hereMs = 40;
const thereMs = 100;
/** Under what one NOTIFY carries (8,000 bytes), with room for the envelope. */
const mostBytes = 6_000;
const toOthers = 'points';

/**
 * Passes points on, gathered: however fast somebody moves, each studio gets one message a tick, and another process one a tenth of a
 * second for all flows together, because there every message is a NOTIFY. Of one studio only the latest counts.
 */
export function createPointRelay(space: Namespace, { severalProcesses }: { severalProcesses: boolean }): PointRelay {
  const here = gather(hereMs, (flowId, points) => tellHere(space, { flowId, points }));
  const there = gather(thereMs, (flowId, points) => {
    for (const part of parts({ flowId, points })) space.serverSideEmit(toOthers, part);
  });
  space.on(toOthers as never, ((event: Points) => tellHere(space, event)) as never);
  return {
    tell: (flowId, entry) => {
      here.add(flowId, entry);
      if (severalProcesses) there.add(flowId, entry);
    },
  };
}

function tellHere(space: Namespace, event: Points): void {
  const room = roomName({ kind: 'flow', id: event.flowId });
  if (space.adapter.rooms.has(room)) space.local.volatile.to(room).emit('points', event);
}

/** Holds the latest entry of each studio until the next tick; ticks only while there is something. */
function gather(ms: number, flush: (flowId: string, entries: Entry[]) => void): { add(flowId: string, entry: Entry): void } {
  const waiting = new Map<string, Map<string, Entry>>();
  let timer: NodeJS.Timeout | undefined;
  const run = (): void => {
    timer = undefined;
    for (const [flowId, entries] of waiting) flush(flowId, [...entries.values()]);
    waiting.clear();
  };
  return {
    add: (flowId, entry) => {
      const entries = waiting.get(flowId) ?? new Map<string, Entry>();
      waiting.set(flowId, entries.set(entry.from, entry));
      timer ??= setTimeout(run, ms).unref();
    },
  };
}

function parts({ flowId, points }: Points): Points[] {
  const all: Points[] = [];
  let bytes = mostBytes;
  for (const entry of points) {
    const size = Buffer.byteLength(JSON.stringify(entry));
    if (bytes + size > mostBytes) {
      all.push({ flowId, points: [] });
      bytes = 0;
    }
    bytes += size;
    all.at(-1)?.points.push(entry);
  }
  return all;
}

/** How many points one connection may still send: refilled with time, so that a flood costs next to nothing. */
export function pointBudget(now: () => number = () => performance.now()): { take(): boolean } {
  const most = pointLimits.perSecond * 2;
  let left: number = most;
  let last = now();
  return {
    take: () => {
      const at = now();
      left = Math.min(most, left + ((at - last) / 1_000) * pointLimits.perSecond);
      last = at;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
