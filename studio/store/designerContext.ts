import type { Flow } from '@parley/shared/flow/document';
import type { Random } from '@parley/shared/lib/id';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Book } from './book.ts';
import type { FlowState, FlowStore } from './flowStore.ts';
import type { Pointing } from './pointing.ts';
import type { PathStore } from './pathStore.ts';
import type { Proof } from './proof/createProof.ts';
import type { UiState, UiStore } from './uiStore.ts';

/** Everything a part of the designer may need, handed down once. */
export interface DesignerContext {
  book: Book;
  /** The flow that is drawn now. */
  flowId: string;
  store: FlowStore;
  ui: UiStore;
  proof: Proof;
  path: PathStore;
  /** Tells others what this person does. */
  pointing: Pointing;
  nodeTypes: NodeTypes;
  random: Random;
  /** False under 1024 px and without the right to edit: everything can be read, nothing changed. */
  editable: boolean;
  /** Opens another flow of the bot; `by` is the node that calls it, where somebody came through one. */
  openFlow: (id: string, by?: string) => void;
}

const Context = createContext<DesignerContext | undefined>(undefined);
export const DesignerProvider = Context.Provider;

/** The designer around this part. */
export function useDesigner(): DesignerContext {
  const context = useContext(Context);
  if (!context) throw new Error('Expected this part to stand inside the designer.');
  return context;
}

/** A part of the open flow's state; rendered again only when it changes. */
export function useFlowState<Part>(select: (state: FlowState) => Part): Part {
  return useStore(useDesigner().store, select);
}

/** The open flow's document. */
export function useFlow(): Flow {
  return useFlowState(({ flow }) => flow);
}

/** A part of what this person looks at. */
export function useUi<Part>(select: (state: UiState) => Part): Part {
  return useDesigner().ui(select);
}

/** Names of the bot's flows by id; the main one's is the bot's. */
export function useFlowNames(): Record<string, string> {
  const flows = useStore(useDesigner().book.flows);
  return useMemo(() => Object.fromEntries(Object.entries(flows).map(([id, { head }]) => [id, head.name])), [flows]);
}
