import type { CodeSpan } from '@parley/shared/compiler/emit/spans';
import { useEffect, useState } from 'react';
import { useDesigner, useFlowNames } from '../store/designerContext.ts';

/** The machine of the drawing as it stands, as code; the last one stays until the next is there. */
export interface Emitted {
  code: string | undefined;
  spans: readonly CodeSpan[];
  failure: string | undefined;
}

const nothing: Emitted = { code: undefined, spans: [], failure: undefined };

/** Has the code written anew after every change, by the worker that proves it. */
export function useEmitted(): Emitted {
  const { proof } = useDesigner();
  const names = useFlowNames();
  const revision = proof.state(({ checking, revision: at }) => (checking ? -1 : at));
  const [emitted, setEmitted] = useState<Emitted>(nothing);
  useEffect(() => {
    if (revision < 0) return undefined;
    let current = true;
    proof.ask('emit', { names }).then(
      ({ code, spans }) => { if (current) setEmitted({ code, spans, failure: undefined }); },
      (error: unknown) => { if (current) setEmitted({ ...nothing, failure: error instanceof Error ? error.message : String(error) }); },
    );
    return () => { current = false; };
  }, [proof, names, revision]);
  return emitted;
}
