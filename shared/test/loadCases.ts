import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { nodeCasesSchema } from '../nodes/golden.ts';
import type { NodeCases } from '../nodes/golden.ts';

/** Where a type's cases are kept: beside its definition. */
export function casesFile(type: string): string {
  return fileURLToPath(new URL(`../nodes/${type}/${type}.cases.json`, import.meta.url));
}

/** The cases of every node type; a type without a file is left out, and a file that is not well-formed throws. */
export function loadCases(nodeTypes: NodeTypes): Record<string, NodeCases> {
  const found = Object.keys(nodeTypes).filter((type) => existsSync(casesFile(type)));
  return Object.fromEntries(found.map((type) => [type, nodeCasesSchema.parse(JSON.parse(readFileSync(casesFile(type), 'utf8')))]));
}
