import type { Json, JsonObject } from '@parley/shared/lib/json';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { outsideAt } from './host/outsideAt.ts';
import type { Ground } from './host/talk.ts';
import { recall, remember } from './remembered.ts';
import type { CallbackTrial, TryCallback } from './SimulatorProps.ts';
import type { Simulation } from './useSimulation.ts';

/** All but an address that stands are of one wait. */
type Now =
  | { is: 'waiting'; trial: CallbackTrial }
  | { is: 'opening'; wait: number }
  | { is: 'failed'; wait: number; error: string; /** The other system did not agree. */ refused: boolean }
  | { is: 'over'; wait: number };

/** Trying out the callback that is awaited. */
export interface CallbackTrying {
  now: Now | undefined;
  open(): void;
  /** Goes on without being called. */
  leave(): void;
  /** Lets the node fail as it really did. */
  fail(error: string): void;
}

interface Given {
  memory: string;
  simulation: Simulation;
  ground: Ground;
  tryCallback: TryCallback | undefined;
  /** What was called back; `key` = who always answers so from now on. */
  onCalled: (called: { key: string; code: string; values: JsonObject; seconds: number }) => void;
}

/** After a request that failed on its way. */
const againMs = 2_000;

/** Makes a real address for the callback that the conversation waits for at its end, and hears what is called back there. */
export function useCallbackTrial({ memory, simulation, ground, tryCallback, onCalled }: Given): CallbackTrying | undefined {
  const { t } = useTranslation();
  const last = simulation.history.steps.at(-1)?.talk;
  const awaited = last && outsideAt(ground, last);
  const at = awaited?.asks === 'callback' && awaited.opened ? { ...awaited, opened: awaited.opened } : undefined;
  const [kept, setNow] = useState<Now | undefined>(() => {
    const { trial } = recall(memory);
    return trial && { is: 'waiting', trial };
  });
  const made = kept?.is === 'waiting' ? kept.trial : undefined;
  // When the conversation has gone on, or began anew, nobody waits at that address any more.
  const stands = made !== undefined && at?.opened.address === made.address;
  const trial = stands ? made : undefined;
  const now = kept?.is === 'waiting' ? trial && kept : kept?.wait === at?.wait ? kept : undefined;
  useEffect(() => remember(memory, { trial }), [memory, trial]);
  useEffect(() => {
    if (made && !stands) tryCallback?.leave(made.id);
  }, [made, stands, tryCallback]);

  // What comes later comes to the conversation as it is then.
  const latest = useRef({ simulation, onCalled });
  useEffect(() => { latest.current = { simulation, onCalled }; });
  const where = at?.key;
  const wait = at?.wait;
  useEffect(() => {
    if (!trial || !tryCallback || where === undefined || wait === undefined) return undefined;
    const stop = new AbortController();
    void (async () => {
      while (!stop.signal.aborted) {
        const heard = await tryCallback.hear(trial.id, stop.signal).catch(() => undefined);
        if (stop.signal.aborted) return;
        if (heard?.state === 'called') {
          setNow(undefined);
          return latest.current.onCalled({ key: where, code: heard.code, values: heard.values, seconds: heard.seconds });
        }
        if (heard?.state === 'over') return setNow({ is: 'over', wait });
        if (!heard) await new Promise((resolve) => { setTimeout(resolve, againMs); });
      }
    })();
    return () => stop.abort();
  }, [trial, tryCallback, where, wait]);

  if (!at || wait === undefined || !tryCallback) return undefined;
  const { place, contract, inputs, opened: { announce } } = at;
  const open = async (): Promise<void> => {
    setNow({ is: 'opening', wait });
    const opened = await tryCallback.open({ ...place, contract, inputs, announce });
    if (!opened.ok) return setNow({ is: 'failed', wait, error: opened.error, refused: opened.refused });
    const { id, address, expiresAt, told, values } = opened;
    const next: CallbackTrial = { id, address, expiresAt, told, links: Object.values(values).filter(isLink) };
    if (latest.current.simulation.reopen(wait, { ok: true, value: { url: address, values } })) {
      // Also for a panel that was closed meanwhile.
      remember(memory, { trial: next });
      return setNow({ is: 'waiting', trial: next });
    }
    tryCallback.leave(id);
    setNow({ is: 'failed', wait, error: t('sim.outside.wentOn'), refused: false });
  };
  return {
    now,
    open: () => void open(),
    leave: () => {
      if (trial) tryCallback.leave(trial.id);
      setNow(undefined);
    },
    fail: (error) => {
      setNow(undefined);
      simulation.reopen(wait, { ok: false, outcome: 'failed', error });
    },
  };
}

const isLink = (value: Json): value is string => typeof value === 'string' && /^https?:\/\//.test(value);
