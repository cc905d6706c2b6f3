import { datetimeText, readDatetime, readDuration } from '../../expressions/calendar.ts';
import type { Deadline } from '../../machine/machine.ts';
import { changeTop, top } from './turn.ts';
import type { Context, Happened } from './types.ts';
import type { Values } from './values.ts';

/** The moment a duration after now; undefined when it is none. */
export function momentAfter({ turn }: Context, after: string): string | undefined {
  const [now, seconds] = [readDatetime(turn.facts.now), readDuration(after)];
  return now === undefined || seconds === undefined || seconds < 0 ? undefined : datetimeText(now + seconds * 1_000);
}

/** How the waits of an emitted machine begin, and how those for another system or a moment go on while a shortcut comes between. */
export function waitsOf({ evaluate }: Values, fail: (work: Context, where: string) => void) {
  /** Starts the timer of the wait and gives its moment; undefined when it cannot be computed. */
  function startTimer(work: Context, deadline: Deadline): string | undefined {
    work.turn.timed = work.seq;
    const moment = 'until' in deadline ? evaluate(work, work.turn.facts, deadline.until) : undefined;
    const dueAt = 'after' in deadline ? momentAfter(work, deadline.after) : moment?.ok ? moment.value : undefined;
    if (typeof dueAt === 'string') {
      work.turn.effects.push({ type: 'startTimer', wait: work.seq, dueAt });
      return dueAt;
    }
    if (moment) fail(work, 'timer');
    else work.turn.notes.push(`fail ${top(work).flow}:${top(work).at} timer`);
    return undefined;
  }

  /** Such a wait begins, or goes on under a new id. */
  function rest(work: Context, { timeout }: { timeout?: Deadline }): void {
    const { turn } = work;
    const { rests } = top(work);
    if (turn.failed || turn.over) return;
    if (turn.back && rests) {
      turn.back = false;
      work.seq += 1;
      turn.timed = work.seq;
      if (rests.dueAt === undefined || rests.came) return;
      // Its moment may have passed under the shortcut.
      const [now, due] = [readDatetime(turn.facts.now), readDatetime(rests.dueAt)];
      if (now !== undefined && due !== undefined && due <= now) changeTop(work, { rests: { ...rests, came: { type: 'timer' } } });
      else turn.effects.push({ type: 'startTimer', wait: work.seq, dueAt: rests.dueAt });
      return;
    }
    turn.timed = work.seq;
    const dueAt = timeout && startTimer(work, timeout);
    if (!turn.failed) changeTop(work, { rests: { wait: work.seq, ...(dueAt !== undefined && { dueAt }) } });
  }

  function keep(work: Context, event: Happened): void {
    if (event.type !== 'kept') return;
    work.frames = work.frames.map((frame, place) => (place === event.place && frame.rests ? { ...frame, rests: { ...frame.rests, came: event.came } } : frame));
  }

  /** Whether a dialog that the contact asked for is open over the wait. */
  function ask(work: Context, open: boolean): void {
    const { rests } = top(work);
    if (!rests) return;
    const { asks: _, ...others } = rests;
    changeTop(work, { rests: open ? { ...others, asks: true } : others });
  }

  return { ask, keep, rest, startTimer };
}
