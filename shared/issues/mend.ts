import type { Flow } from '../flow/document.ts';
import { putAt } from '../flow/putAt.ts';
import { removeAll } from '../flow/removeAll.ts';
import type { Json } from '../lib/json.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import type { Change } from './issue.ts';

/** Does what a fix says, on a draft of the flow it names. */
export function mend(draft: Flow, { set = [], remove = [] }: Change, nodeTypes: NodeTypes): void {
  // A document is plain JSON, and so is what a fix puts into it.
  for (const { path, value } of set) putAt(draft, path, value as Json | undefined);
  if (remove.length > 0) removeAll(draft, remove, nodeTypes);
}
