import type { NodeGroup, NodeTypes } from './defineNode.ts';

/** One row of the palette. */
export interface PaletteEntry {
  type: string;
  label: string;
  icon: string;
  doc: string;
}

/** One family of the palette under its caption. */
export interface PaletteFamily {
  group: NodeGroup;
  label: string;
  entries: PaletteEntry[];
}

const families: [NodeGroup, string][] = [
  ['talk', 'Talk'], ['decide', 'Decide'], ['think', 'Think'], ['connect', 'Connect'], ['work', 'Work'], ['ends', 'Begin and end'],
];

/** What the palette offers: node types in the order of the list, under their families; families without types are left out. */
export function paletteOf(nodeTypes: NodeTypes): PaletteFamily[] {
  const all = Object.values(nodeTypes);
  return families
    .map(([group, label]) => ({ group, label, entries: all.filter((type) => type.group === group).map(({ type, label: name, icon, doc }) => ({ type, label: name, icon, doc })) }))
    .filter(({ entries }) => entries.length > 0);
}
