/** What one connection of a pipe did since its counts were last set to zero. */
export interface Pace {
  /** Time in which it had something to answer, milliseconds. */
  busyMs: number;
  answers: number;
}

/** How many of a pipe's connections are given calls; it changes with what others bring. `paces` are always of those in use. */
export interface PipeWidth {
  /** Connections in use now, at least one. */
  inUse(): number;
  /** All in use have as many calls under way as may wait there: one more may be tried. */
  full(paces: readonly Pace[], now: number): void;
  /** Whether figures are being gathered: then `look` wants to be called when answers have come, all that came together being counted. */
  isLooking(): boolean;
  look(paces: readonly Pace[], now: number): void;
  /** One more could not be opened: it is not asked for again for a while. */
  refused(now: number): void;
}

/** So many answers of each connection in use make a figure. */
const enough = 24;
/** Figures that take longer to gather are of a time that was not as full as it began. */
const patienceMs = 10_000;
/** How long a decision holds: what another connection brings depends on what else the machines do. */
const reviewMs = 10_000;
/** The share of what one more connection could bring at best that it has to bring. */
const worthwhile = 0.5;

/** What is gathered: how much is answered without one more connection, its first answers (it is slow at first), how much with it. */
type Looking = { at: 'without' | 'beginning' | 'with'; since: number; before: number };

/**
 * Finds how many connections answer most calls. One is best where answering takes the processor's time: what a server has at hand for
 * one session is not at hand for the next one. Several are better where answering is waiting (for a disk, another machine) or the server has
 * processors to spare. Which it is cannot be told from how long calls take, for on a busy machine everything takes long. So one more is tried
 * when those in use are full, and stays only where calls are answered so much faster with it.
 */
export function createPipeWidth(most: number): PipeWidth {
  let width = 1;
  let looking: Looking | undefined;
  let restsUntil = 0;
  let hasRested = false;
  const stop = (now: number, restMs: number): void => {
    looking = undefined;
    restsUntil = now + restMs;
    hasRested ||= restMs > 0;
  };
  const next = (paces: readonly Pace[], step: Looking): void => {
    for (const pace of paces) Object.assign(pace, { busyMs: 0, answers: 0 });
    looking = step;
  };
  return {
    inUse: () => width,
    isLooking: () => looking !== undefined,
    full(paces, now) {
      if (looking || now < restsUntil) return;
      // What was worthwhile then may not be any more: the last one is tried again.
      if (hasRested && width > 1) width -= 1;
      hasRested = false;
      if (width < most) next(paces, { at: 'without', since: now, before: 0 });
    },
    look(paces, now) {
      if (!looking) return;
      if (now - looking.since > patienceMs) {
        if (looking.at !== 'without') width -= 1;
        return stop(now, 0);
      }
      if (paces.length < width || paces.some(({ answers }) => answers < enough)) return;
      if (looking.at === 'without') {
        width += 1;
        next(paces, { at: 'beginning', since: now, before: capacityOf(paces) });
      } else if (looking.at === 'beginning') {
        next(paces, { ...looking, at: 'with' });
      } else {
        const gain = capacityOf(paces) / looking.before - 1;
        const best = 1 / (width - 1);
        const stays = gain >= best * worthwhile;
        if (!stays) width -= 1;
        stop(now, stays && width < most ? 0 : reviewMs);
      }
    },
    refused(now) {
      width = Math.max(1, width - 1);
      stop(now, reviewMs);
    },
  };
}

/** Calls a millisecond that these connections answer while they are busy. */
const capacityOf = (paces: readonly Pace[]): number => paces.reduce((sum, { busyMs, answers }) => sum + answers / Math.max(busyMs, 0.001), 0);
