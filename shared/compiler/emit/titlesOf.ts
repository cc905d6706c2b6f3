import { own } from '../../expressions/fits.ts';
import type { FlowSet } from '../../flow/document.ts';
import type { NodeTypes } from '../../nodes/defineNode.ts';
import type { Titles } from './emit.ts';

/** What the nodes of a set are called, for the comments of the emitted code: the author's title, else the type's label. */
export function titlesOf({ flows }: FlowSet, nodeTypes: NodeTypes): Titles {
  return {
    node(flow, id) {
      const node = own(own(flows, flow)?.nodes ?? {}, id);
      return node && (node.title || own(nodeTypes, node.type)?.label);
    },
  };
}
