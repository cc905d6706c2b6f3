import type { FlowSet } from '@parley/shared/flow/document';
import type { Json } from '@parley/shared/lib/json';
import type { ActionResult } from '@parley/shared/machine/action';
import type { Incoming } from '@parley/shared/messages/incoming';
import type { ConversationTest, GoldenStart } from '@parley/shared/nodes/golden';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { addStep, beginHistory, extendStep, goInside, goTo, shownTalk, takeBranch, toldSoFar } from './history.ts';
import type { History } from './history.ts';
import { noPath, placeOf } from './host/litPath.ts';
import type { LitPath } from './host/litPath.ts';
import { momentAt } from './host/moments.ts';
import { isOutside } from './host/outside.ts';
import { standingAnswer } from './host/outsideAt.ts';
import { NotRun, performAwaited } from './host/perform.ts';
import type { RunCode } from './host/perform.ts';
import type { Ground, OutsideAnswer, Talk, Told } from './host/talk.ts';
import { beginTalk, tell } from './host.ts';
import { readFixtures } from './fixtures.ts';
import { reopen } from './reopen.ts';
import { groundOf, makeReady, momentOf } from './ready.ts';
import type { Circumstances, Ready } from './ready.ts';
import { recall, remember } from './remembered.ts';
import { scriptGround } from './simulate.ts';
import { useScript } from './useScript.ts';
import type { ScriptRun } from './useScript.ts';

/** What a simulation needs. */
export interface SimulationGiven {
  set: FlowSet;
  nodeTypes: NodeTypes;
  runCode: RunCode;
  onPath: (path: LitPath) => void;
  channel: string;
  circumstances: Circumstances;
  /** The name it is remembered under. */
  memory: string;
  /** What stands before the first step, where that is not an empty page; then how it begins. */
  from?: { talk: Talk; start: GoldenStart | undefined } | undefined;
}

/** A conversation with a drawing, under the hands of its author. */
export interface Simulation {
  ready: Ready;
  history: History;
  /** As it is looked at: after a step, or in the middle of one. */
  talk: Talk;
  ground: Ground | undefined;
  /** An effect is under way. */
  busy: boolean;
  /** A program that is awaited was not run, and what kept it from that; `runAgain` asks once more. */
  notRun: unknown;
  runAgain(): void;
  /** The drawing says or does something else than what this conversation was had with. */
  outdated: boolean;
  say(message: Incoming): void;
  /** Lets an ISO 8601 duration pass. */
  wait(after: string): void;
  /** Says what another system answers. */
  answer(given: OutsideAnswer): void;
  /** Says what opening the callback that is awaited gave instead; false when it is no longer awaited. */
  reopen(wait: number, result: ActionResult): boolean;
  /** Puts a value into a variable; null = nobody has set it. */
  put(name: string, value: Json): void;
  go(step: number): void;
  /** Looks into a step, one line of its trace on (1) or back (-1). */
  look(by: 1 | -1): void;
  /** Takes up another way the conversation went. */
  branch(place: number): void;
  /** A new contact, records stay; or, without circumstances, the conversation that was taken up, once more. `opening` = what they begin with at once. */
  restart(opening?: Incoming, circumstances?: Circumstances): void;
  /** A new contact who comes in at a node. */
  beginAt(start: GoldenStart): void;
  /** The same things said to the drawing as it is now. */
  playAgain(): void;
  forgetRecords(): void;
  script: ScriptRun;
}

/** So many answers in a row are given by themselves: a loop of them would never rest. */
const mostStanding = 50;

/** Typing in the inspector changes the drawing with every letter. */
const compileAfterMs = 300;

/** Keeps a conversation with the drawing; every step of it can be looked at again. */
export function useSimulation({ set, nodeTypes, runCode, onPath, channel, circumstances, memory, from }: SimulationGiven): Simulation {
  const [ready, setReady] = useState(() => ({ set, result: makeReady(set, nodeTypes) }));
  useEffect(() => {
    if (ready.set === set) return undefined;
    const timer = setTimeout(() => setReady({ set, result: makeReady(set, nodeTypes) }), compileAfterMs);
    return () => clearTimeout(timer);
  }, [set, nodeTypes, ready.set]);

  /** A test that is played: it brings its own circumstances. */
  const [test, setTest] = useState<ConversationTest>();
  const groundFor = useCallback((result: Ready, given: Circumstances, script: ConversationTest | undefined): Ground | undefined => {
    if (!result.ok) return undefined;
    const settings = set.flows[set.main]?.settings;
    return script ? scriptGround(result.prepared, script, { zone: settings?.zone ?? 'UTC', sessionHours: settings?.sessionHours ?? 24 }) : groundOf(result.prepared, set, { channel, circumstances: given });
  }, [set, channel]);

  const [history, setHistory] = useState(() => recall(memory).history ?? firstHistory({ set, nodeTypes, channel, circumstances, from }));
  const [running, setRunning] = useState<number>();
  const [notRun, setNotRun] = useState<unknown>();
  const [hadWith, setHadWith] = useState(() => recall(memory).hadWith ?? '');
  /** Changes when a conversation is given up, so that what was under way in it is let go. */
  const visit = useRef(0);
  const latest = useRef(history);

  const keep = useCallback((next: History): void => {
    latest.current = next;
    remember(memory, { history: next });
    setHistory(next);
  }, [memory]);

  /** Drawings that changed a moment ago are compiled before anything is said to them. */
  const fresh = useCallback((circumstancesNow: Circumstances | undefined = circumstances, script: ConversationTest | null | undefined = test): Ground | undefined => {
    const current = ready.set === set ? ready : { set, result: makeReady(set, nodeTypes) };
    if (current !== ready) setReady(current);
    if (!current.result.ok) return undefined;
    setHadWith(current.result.same);
    remember(memory, { hadWith: current.result.same });
    return groundFor(current.result, circumstancesNow, script ?? undefined);
  }, [ready, set, nodeTypes, circumstances, test, memory, groundFor]);

  const settle = useCallback(async (ground: Ground): Promise<void> => {
    const ours = visit.current;
    setNotRun(undefined);
    for (let standing = 0, last = latest.current.steps.at(-1)?.talk; last; last = latest.current.steps.at(-1)?.talk) {
      if (last.awaiting) setRunning(Date.now());
      let result: OutsideAnswer | undefined;
      try {
        result = last.awaiting && await performAwaited(last, last.awaiting, runCode);
      } catch (error) {
        if (!(error instanceof NotRun)) throw error;
        if (visit.current !== ours) return;
        setNotRun(error.cause);
        break;
      }
      if (visit.current !== ours) return;
      if (!result && standing < mostStanding) {
        result = standingAnswer(ground, last, readFixtures(set.main));
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
    const at = latest.current;
    const [last, shown] = [at.steps.at(-1)?.talk, shownTalk(at)];
    // What is under way further on is not part of a conversation that goes on from here.
    const branches = last !== shown;
    if (branches) {
      visit.current += 1;
      setRunning(undefined);
    }
    keep(addStep(at, told, tell(ground, shown, told)));
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

  const whole = shownTalk(history);
  const machine = ready.result.ok ? ready.result.prepared.machine : undefined;
  const talk = useMemo((): Talk => {
    if (history.done === undefined || !machine) return whole;
    return { ...whole, ...momentAt(machine, whole, history.done), awaiting: undefined, dialog: undefined, timer: undefined, held: [] };
  }, [whole, machine, history.done]);
  const path = useMemo((): LitPath => {
    const place = running !== undefined && talk.awaiting ? placeOf(talk.snapshot) : undefined;
    return { ...talk.path, running: place && { ...place, since: running ?? 0 } };
  }, [talk, running]);
  useEffect(() => onPath(path), [onPath, path]);
  useEffect(() => () => onPath(noPath), [onPath]);

  const ground = useMemo(() => groundFor(ready.result, circumstances, test), [ready, circumstances, test, groundFor]);
  const script = useScript({ machine, fresh, begin, keep, latest, settle, test, setTest });
  const toIt = (told: Told): void => {
    const current = fresh();
    if (current) tellIt(current, told);
  };

  return {
    ready: ready.result, history, talk, ground, busy: running !== undefined, script,
    // It is about the end of the conversation: somebody who looks at an earlier step is not told.
    notRun: history.done === undefined && whole.awaiting?.type === 'runCode' ? notRun : undefined,
    runAgain: () => { const current = fresh(); if (current) void settle(current); },
    outdated: history.steps.length > 1 && ready.result.ok && hadWith !== '' && ready.result.same !== hadWith,
    say: (message) => toIt({ type: 'message', message }),
    wait: (after) => toIt({ type: 'later', after }),
    answer: toIt,
    reopen: (wait, result) => {
      const current = fresh();
      const next = current && reopen(latest.current, current, { wait, result });
      if (current && next) {
        keep(next);
        void settle(current);
      }
      return next !== undefined;
    },
    put: (name, value) => toIt({ type: 'set', name, value }),
    go: (step) => keep(goTo(latest.current, step)),
    look: (by) => keep(goInside(latest.current, by)),
    branch: (place) => {
      visit.current += 1;
      setRunning(undefined);
      keep(takeBranch(latest.current, place));
    },
    restart: (opening, given) => {
      const now = given ?? circumstances;
      script.stop();
      // A conversation that was taken up is taken up again, unless somebody else begins.
      if (from && !given) {
        visit.current += 1;
        setRunning(undefined);
        return keep(firstHistory({ set, nodeTypes, channel, circumstances, from }));
      }
      begin(beginTalk(momentOf(set, now), latest.current.steps.at(-1)?.talk.records));
      const current = opening && fresh(now, null);
      if (opening && current) tellIt(current, { type: 'message', message: opening });
    },
    beginAt: (start) => {
      script.stop();
      begin(beginTalk(momentOf(set, circumstances), latest.current.steps.at(-1)?.talk.records));
      const current = fresh(circumstances, null);
      if (current) tellIt(current, { type: 'begin', start });
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

/** An empty page; or the conversation that somebody had, with the first step that takes it up. */
function firstHistory({ set, nodeTypes, channel, circumstances, from }: Pick<SimulationGiven, 'set' | 'nodeTypes' | 'channel' | 'circumstances' | 'from'>): History {
  if (!from) return beginHistory(beginTalk(momentOf(set, circumstances)));
  const history = beginHistory(from.talk);
  const ready = makeReady(set, nodeTypes);
  if (!from.start || !ready.ok) return history;
  const told: Told = { type: 'begin', start: from.start };
  return addStep(history, told, tell(groundOf(ready.prepared, set, { channel, circumstances }), from.talk, told));
}

function withoutRecords([first, ...others]: History['steps']): History['steps'] {
  const last = others.length - 1;
  if (last < 0) return [{ ...first, talk: { ...first.talk, records: {} } }];
  return [first, ...others.map((step, place) => (place === last ? { ...step, talk: { ...step.talk, records: {} } } : step))];
}
