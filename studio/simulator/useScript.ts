import { runTest } from '@parley/shared/coverage/runTest';
import { tellDifference } from '@parley/shared/coverage/tellDifference';
import type { Machine } from '@parley/shared/machine/machine';
import type { ConversationTest, GoldenStep } from '@parley/shared/nodes/golden';
import { useState } from 'react';
import type { RefObject } from 'react';
import { addStep, extendStep } from './history.ts';
import type { History } from './history.ts';
import type { Ground, Talk, Told } from './host/talk.ts';
import { beginTalk, tell } from './host.ts';
import { openingOf, toldBy } from './simulate.ts';

/** A test that is had in the simulator, message by message. */
export interface ScriptRun {
  test: ConversationTest | undefined;
  /** Lines that come in: how many were said, and how many there are. */
  at: number;
  lines: number;
  /** A line that could not be said. */
  stuck: boolean;
  /** How it went as a whole; undefined before its end. */
  verdict: { passed: boolean; sentence: string } | undefined;
  /** Begins it: at once to its end, or with its opening only. */
  play(test: ConversationTest, how: 'whole' | 'stepped'): void;
  /** Says the next line. */
  next(): void;
  /** Says all that is left. */
  rest(): void;
  /** Leaves the script; what was said stays. */
  stop(): void;
}

interface Given {
  machine: Machine | undefined;
  fresh: (circumstances: undefined, script: ConversationTest | undefined) => Ground | undefined;
  begin: (talk: Talk) => void;
  keep: (history: History) => void;
  latest: RefObject<History>;
  settle: (ground: Ground) => Promise<void>;
  test: ConversationTest | undefined;
  setTest: (test: ConversationTest | undefined) => void;
}

/** Plays kept and written tests in the simulator. Effects are answered by the script, as long as it lasts. */
export function useScript({ machine, fresh, begin, keep, latest, settle, test, setTest }: Given): ScriptRun {
  const [at, setAt] = useState(0);
  const [stuck, setStuck] = useState(false);
  const lines = test ? linesIn(test) : [];

  /** Says lines of a script; how many were said, less than all when one cannot be. */
  const say = (ground: Ground, script: readonly GoldenStep[], from: number, until: number): void => {
    for (let place = from; place < until; place += 1) {
      const line = script[place];
      if (line && !sayOne(ground, line)) {
        setAt(place);
        return setStuck(true);
      }
    }
    setAt(until);
    if (until >= script.length) void settle(ground);
  };
  const sayOne = (ground: Ground, line: GoldenStep): boolean => {
    try {
      for (const told of toldBy(line, lastTalk(latest.current))) tellOne(ground, told);
      return true;
    } catch {
      return false;
    }
  };
  const tellOne = (ground: Ground, told: Told): void => {
    const next = tell(ground, lastTalk(latest.current), told);
    keep(told.type === 'result' ? { ...extendStep(latest.current, told, next) } : addStep({ ...latest.current, at: latest.current.steps.length - 1 }, told, next));
  };

  const finished = test !== undefined && (stuck || at >= lines.length);
  const result = finished && machine ? runTest(test, machine) : undefined;
  return {
    test, at, stuck, lines: lines.length,
    verdict: result && { passed: result.passed, sentence: tellDifference(result) },
    play(next, how) {
      const ground = fresh(undefined, next);
      if (!ground) return;
      setTest(next);
      setStuck(false);
      begin(beginTalk(new Date(next.clock).toISOString()));
      const opening = openingOf(next);
      if (opening) tellOne(ground, opening);
      const script = linesIn(next);
      say(ground, script, 0, how === 'whole' ? script.length : opening ? 0 : 1);
    },
    next() {
      const ground = fresh(undefined, test);
      if (ground && !finished) say(ground, lines, at, at + 1);
    },
    rest() {
      const ground = fresh(undefined, test);
      if (ground && !finished) say(ground, lines, at, lines.length);
    },
    stop() {
      setTest(undefined);
      setAt(0);
      setStuck(false);
    },
  };
}

/** The lines of a test that somebody says or something tells. */
function linesIn({ conversation }: ConversationTest): GoldenStep[] {
  return conversation.filter((line) => !('bot' in line || 'does' in line || 'ends' in line));
}

function lastTalk({ steps }: History): Talk {
  return (steps.at(-1) ?? steps[0]).talk;
}
