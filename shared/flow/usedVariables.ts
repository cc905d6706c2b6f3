import { holesOf } from '../expressions/parseTemplate.ts';
import { variablesOf } from '../expressions/variablesOf.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { fieldsOf } from '../nodes/readNode.ts';
import type { Flow } from './document.ts';
import { textsOf } from './textsOf.ts';

/** One place of a document that names a variable. */
export interface VariableUse {
  name: string;
  /** Keys from the document's root to the text, expression or choice of variable. */
  path: string[];
  nodeId?: string;
  /** `template` and `expression` name it in what is typed; `variable` is a field that chose it by its id. */
  in: 'template' | 'expression' | 'variable';
}

/** Every place of a flow that names a variable, translations included; a name may be of no variable that exists. */
export function usedVariables(flow: Flow, nodeTypes: NodeTypes): VariableUse[] {
  return writtenPlaces(flow, nodeTypes).flatMap(({ text, ...place }): VariableUse[] => {
    if (place.in === 'variable') {
      const variable = Object.hasOwn(flow.variables, text) ? flow.variables[text] : undefined;
      return variable ? [{ ...place, name: variable.name }] : [];
    }
    const expressions = place.in === 'template' ? holesOf(text).map(({ cel }) => cel) : [text];
    return [...new Set(expressions.flatMap(variablesOf))].map((name) => ({ ...place, name }));
  });
}

/** A text of the document in which variables may be named. */
export interface WrittenPlace extends Omit<VariableUse, 'name'> {
  text: string;
}

/** Every expression, template and choice of a variable in a flow, as typed; empty ones are left out. */
export function writtenPlaces(flow: Flow, nodeTypes: NodeTypes): WrittenPlace[] {
  const places: WrittenPlace[] = [];
  for (const [nodeId, node] of Object.entries(flow.nodes)) {
    const type = Object.hasOwn(nodeTypes, node.type) ? nodeTypes[node.type] : undefined;
    if (!type) continue;
    for (const { path, meta, value } of fieldsOf(type, node.data)) {
      const kind = meta.template ? 'template' : meta.widget === 'expression' || meta.widget === 'variable' ? meta.widget : undefined;
      if (kind && typeof value === 'string' && value !== '') places.push({ nodeId, path: ['nodes', nodeId, 'data', ...path], in: kind, text: value });
    }
  }
  const translated = new Map<string, string | undefined>();
  for (const { key, nodeId, path, template, original } of textsOf(flow, nodeTypes)) {
    if (!template) continue;
    translated.set(key, nodeId);
    if (nodeId === undefined) places.push({ path: ['settings', ...path], in: 'template', text: original });
  }
  for (const [language, texts] of Object.entries(flow.translations)) {
    for (const [key, { text }] of Object.entries(texts)) {
      const nodeId = translated.get(key);
      if (translated.has(key) && text !== '') places.push({ path: ['translations', language, key, 'text'], in: 'template', text, ...(nodeId !== undefined && { nodeId }) });
    }
  }
  return places;
}
