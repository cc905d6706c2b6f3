import type { PlaceKind, Wanted } from '@parley/shared/flow/findPlaces';
import { placeKinds } from '@parley/shared/flow/findPlaces';
import type { FlowPlace } from '@parley/shared/flow/replacePlaces';
import { useEffect, useState } from 'react';
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
  /** Whether it answers what is asked now, of the drawing as it is now; what stood before is shown until then. */
  current: boolean;
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
  const [found, setFound] = useState<Omit<Found, 'current'> & { revision: number }>({ places: [], total: 0, search: undefined, revision: -1 });
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      if (search.text === '') {
        setFound({ places: [], total: 0, search: undefined, revision });
        return;
      }
      proof.ask('find', { flow: search.everywhere ? undefined : flowId, wanted: wantedOf(search) }).then((answer) => { if (current) setFound({ ...answer, search, revision }); }, () => undefined);
    }, pauseMs);
    return () => { current = false; clearTimeout(timer); };
  }, [proof, flowId, revision, search]);
  return { ...found, current: found.revision === revision && (found.search === search || search.text === '') };
}
