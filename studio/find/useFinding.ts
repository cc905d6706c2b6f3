import type { PlaceKind, Wanted } from '@parley/shared/flow/findPlaces';
import { placeKinds } from '@parley/shared/flow/findPlaces';
import type { FlowPlace } from '@parley/shared/flow/replacePlaces';
import { useCallback, useEffect, useState } from 'react';
import { useDesigner } from '../store/designerContext.ts';

/** What is looked for, as the panel asks for it. */
export interface Search {
  text: string;
  matchCase: boolean;
  wholeWords: boolean;
  kind: PlaceKind | 'all';
  everywhere: boolean;
}

export interface Found {
  places: readonly FlowPlace[];
  total: number;
  /** What it was found for; undefined before anything was looked for. */
  search: Search | undefined;
  /** The places of what is asked now in the drawing as it is now, where those of before are still shown. */
  now(): Promise<readonly FlowPlace[]>;
}

const pauseMs = 120;

/** A search as the worker takes it. */
export function wantedOf({ text, matchCase, wholeWords, kind }: Search): Wanted {
  return { text, matchCase, wholeWords, kinds: kind === 'all' ? [...placeKinds] : [kind] };
}

/** Looks in the worker after a pause of typing, and again whenever a drawing changes. */
export function useFinding(search: Search): Found {
  const { proof, flowId } = useDesigner();
  const revision = proof.state((state) => state.revision);
  const [found, setFound] = useState<Omit<Found, 'now'> & { revision: number }>({ ...nothing, revision: -1 });
  const look = useCallback(() => (search.text === '' ? Promise.resolve(nothing) : proof.ask('find', { flow: search.everywhere ? undefined : flowId, wanted: wantedOf(search) }).then((answer) => ({ ...answer, search }))), [proof, flowId, search]);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => { look().then((answer) => { if (current) setFound({ ...answer, revision }); }, () => undefined); }, pauseMs);
    return () => { current = false; clearTimeout(timer); };
  }, [look, revision]);
  const isCurrent = found.revision === revision && found.search === (search.text === '' ? undefined : search);
  return { ...found, now: async () => (isCurrent ? found : await look()).places };
}

const nothing = { places: [], total: 0, search: undefined };
