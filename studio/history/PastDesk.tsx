import type { Flow } from '@parley/shared/flow/document';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { DesignerProvider, useDesigner } from '../store/designerContext.ts';
import type { DesignerContext } from '../store/designerContext.ts';
import { createFlowStore } from '../store/flowStore.ts';
import { createPathStore } from '../store/pathStore.ts';
import type { Pointing } from '../store/pointing.ts';
import { noProof } from '../store/proof/noProof.ts';
import type { UiStore } from '../store/uiStore.ts';

/** Nobody is told where somebody points in a drawing that is past. */
const untold: Pointing = { now: () => undefined, inFlow: () => undefined, again: () => undefined, close: () => undefined };

/** The designer's parts inside show `flow` instead of what is drawn now, and change nothing. What is chosen in them lives in `ui`. */
export function PastDesk({ flowId, flow, ui, openFlow, children }: { flowId: string; flow: Flow; ui: UiStore; openFlow?: (id: string) => void; children: ReactNode }) {
  const desk = useDesigner();
  const { nodeTypes, random, proof } = desk;
  const still = useMemo(() => ({ proof: noProof(proof), path: createPathStore(), pointing: untold }), [proof]);
  const store = useMemo(() => createFlowStore({ id: flowId, flow, revision: 0, nodeTypes, random, clock: () => 0 }), [flowId, flow, nodeTypes, random]);
  const context = useMemo((): DesignerContext => ({ ...desk, ...still, flowId, store, ui, editable: false, openFlow: openFlow ?? (() => undefined) }), [desk, still, flowId, store, ui, openFlow]);
  return <DesignerProvider value={context}>{children}</DesignerProvider>;
}
