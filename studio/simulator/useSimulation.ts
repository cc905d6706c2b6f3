import type { FlowSet } from '@parley/shared/flow/document';
import type { Incoming } from '@parley/shared/messages/incoming';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { addStep, beginHistory, extendStep, goTo, shownTalk, toldSoFar } from './history.ts';
import type { History } from './history.ts';
import { noPath, placeOf } from './host/litPath.ts';
import type { LitPath } from './host/litPath.ts';
import { isOutside } from './host/outside.ts';
import { standingAnswer } from './host/outsideAt.ts';
import type { OutsideAnswer } from './host/outsideAt.ts';
import { performAwaited } from './host/perform.ts';
import type { RunCode } from './host/perform.ts';
import type { Ground, Talk, Told } from './host/talk.ts';
import { beginTalk, tell } from './host.ts';
import { groundOf, makeReady, momentOf } from './ready.ts';
import { recall, remember } from './remembered.ts';
import type { Circumstances, Ready } from './ready.ts';

/** What a simulation needs. */
export interface SimulationGiven {
  set: FlowSet;
  nodeTypes: NodeTypes;
  runCode: RunCode;
  onPath: (path: LitPath) => void;
  channel: string;
  circumstances: Circumstances;
}

/** A conversation with a drawing, under the hands of its author. */
export interface Simulation {
  ready: Ready;
  history: History;
  talk: Talk;
  ground: Ground | undefined;
  /** An effect is under way. */
  busy: boolean;
  /** The drawing says or does something else than what this conversation was had with. */
  outdated: boolean;
  say(message: Incoming): void;
  /** Lets an ISO 8601 duration pass. */
  wait(after: string): void;
  /** Says what another system answers. */
  answer(given: OutsideAnswer): void;
  go(step: number): void;
  /** A new contact; records stay. `opening` = what they begin with at once. */
  restart(opening?: Incoming, circumstances?: Circumstances): void;
  /** The same things said to the drawing as it is now. */
  playAgain(): void;
  forgetRecords(): void;
}

/** So many answers in a row are given by themselves: a loop of them would never rest. */
const mostStanding = 50;

/** Typing in the inspector changes the drawing with every letter. */
const compileAfterMs = 300;

/** Keeps a conversation with the drawing; every step of it can be looked at again. */
export function useSimulation({ set, nodeTypes, runCode, onPath, channel, circumstances }: SimulationGiven): Simulation {
  const [ready, setReady] = useState(() => ({ set, result: makeReady(set, nodeTypes) }));
  useEffect(() => {
    if (ready.set === set) return undefined;
    const timer = setTimeout(() => setReady({ set, result: makeReady(set, nodeTypes) }), compileAfterMs);
    return () => clearTimeout(timer);
  }, [set, nodeTypes, ready.set]);

  const [history, setHistory] = useState(() => recall(set.main).history ?? beginHistory(beginTalk(momentOf(set, circumstances))));
  const [running, setRunning] = useState<number>();
  const [hadWith, setHadWith] = useState(() => recall(set.main).hadWith ?? '');
  /** Changes when a conversation is given up, so that what was under way in it is let go. */
  const visit = useRef(0);
  const latest = useRef(history);

  const keep = useCallback((next: History): void => {
    latest.current = next;
    remember(set.main, { history: next });
    setHistory(next);
  }, [set.main]);

  /** Drawings that changed a moment ago are compiled before anything is said to them. */
  const fresh = useCallback((circumstancesNow = circumstances): Ground | undefined => {
    const current = ready.set === set ? ready : { set, result: makeReady(set, nodeTypes) };
    if (current !== ready) setReady(current);
    if (!current.result.ok) return undefined;
    setHadWith(current.result.same);
    remember(set.main, { hadWith: current.result.same });
    return groundOf(current.result.prepared, set, { channel, circumstances: circumstancesNow });
  }, [ready, set, nodeTypes, channel, circumstances]);

  const settle = useCallback(async (ground: Ground): Promise<void> => {
    const ours = visit.current;
    for (let standing = 0, last = latest.current.steps.at(-1)?.talk; last; last = latest.current.steps.at(-1)?.talk) {
      if (last.awaiting) setRunning(Date.now());
      let result: OutsideAnswer | undefined = last.awaiting && await performAwaited(last, last.awaiting, runCode);
      if (visit.current !== ours) return;
      if (!result && standing < mostStanding) {
        result = standingAnswer(ground, last, recall(set.main).standing);
        standing += 1;
      }
      if (!result) break;
      // Somebody may have written meanwhile: the result goes to the conversation as it is now.
      const now = latest.current.steps.at(-1)?.talk ?? last;
      keep(extendStep(latest.current, result, tell(ground, now, result)));
    }
    setRunning(undefined);
  }, [keep, runCode, set.main]);

  const tellIt = useCallback((ground: Ground, told: Told): void => {
    const from = latest.current;
    const [last, shown] = [from.steps.at(-1)?.talk, shownTalk(from)];
    // What is under way further on is not part of a conversation that goes on from here.
    const branches = last !== shown;
    if (branches) {
      visit.current += 1;
      setRunning(undefined);
    }
    keep(addStep(from, told, tell(ground, shown, told)));
    if (branches || !shown.awaiting || isOutside(shown.awaiting)) void settle(ground);
  }, [keep, settle]);

  const begin = useCallback((talk: Talk): void => {
    visit.current += 1;
    setRunning(undefined);
    keep(beginHistory(talk));
  }, [keep]);

  useEffect(() => {
    // An effect that was under way when the panel went away is performed again.
    const current = latest.current.steps.at(-1)?.talk.awaiting ? fresh() : undefined;
    if (current) void settle(current);
    return () => {
      visit.current += 1;
    };
    // Only when the panel comes and goes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const talk = shownTalk(history);
  const path = useMemo((): LitPath => {
    const place = running !== undefined && talk.awaiting ? placeOf(talk.snapshot) : undefined;
    return { ...talk.path, running: place && { ...place, since: running ?? 0 } };
  }, [talk, running]);
  useEffect(() => onPath(path), [onPath, path]);
  useEffect(() => () => onPath(noPath), [onPath]);

  const ground = useMemo(() => (ready.result.ok ? groundOf(ready.result.prepared, ready.set, { channel, circumstances }) : undefined), [ready, channel, circumstances]);

  return {
    ready: ready.result, history, talk, ground, busy: running !== undefined,
    outdated: history.steps.length > 1 && ready.result.ok && hadWith !== '' && ready.result.same !== hadWith,
    say: (message) => {
      const current = fresh();
      if (current) tellIt(current, { type: 'message', message });
    },
    wait: (after) => {
      const current = fresh();
      if (current) tellIt(current, { type: 'later', after });
    },
    answer: (given) => {
      const current = fresh();
      if (current) tellIt(current, given);
    },
    go: (step) => keep(goTo(latest.current, step)),
    restart: (opening, now = circumstances) => {
      begin(beginTalk(momentOf(set, now), latest.current.steps.at(-1)?.talk.records));
      const current = opening && fresh(now);
      if (opening && current) tellIt(current, { type: 'message', message: opening });
    },
    playAgain: () => void (async () => {
      const tolds = toldSoFar(latest.current);
      const current = fresh();
      if (!current) return;
      begin(latest.current.steps[0].talk);
      const ours = visit.current;
      for (const told of tolds) {
        if (visit.current !== ours) return;
        keep(addStep(latest.current, told, tell(current, shownTalk(latest.current), told)));
        await settle(current);
      }
    })(),
    forgetRecords: () => keep({ ...latest.current, steps: withoutRecords(latest.current.steps) }),
  };
}

function withoutRecords([first, ...others]: History['steps']): History['steps'] {
  const last = others.length - 1;
  if (last < 0) return [{ ...first, talk: { ...first.talk, records: {} } }];
  return [first, ...others.map((step, place) => (place === last ? { ...step, talk: { ...step.talk, records: {} } } : step))];
}
