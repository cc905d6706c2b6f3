import type { NodeTypes } from '../nodes/defineNode.ts';
import { fieldsOf } from '../nodes/readNode.ts';
import { inOrder } from '../nodes/walkFields.ts';
import type { Flow } from './document.ts';

/** A text of a flow that people may read, in the language it was typed in. */
export interface FlowText {
  /** Its name among the translations: `<nodeId>/<path.of.field>` or `settings/<path>`. */
  key: string;
  nodeId?: string;
  /** Keys from the node's data, or from the settings, to the text. */
  path: string[];
  /** What the field is called. */
  label: string;
  /** As it was typed; never empty. */
  original: string;
  /** May hold `{{ expressions }}`. */
  template: boolean;
  /** Which limit of the channels applies to it, e.g. `choiceLabel`. */
  limit?: string;
}

/** The key of one text of a node, by the path of its field. */
export function translationKey(nodeId: string, path: readonly string[]): string {
  return `${nodeId}/${path.join('.')}`;
}

const ofSettings = { errorText: 'Error text', unreadableText: 'Unreadable message', waitingText: 'One moment', consentText: 'Consent' } as const;
const settingNames = ['errorText', 'unreadableText', 'waitingText', 'consentText'] as const;

/** Every text of a flow that exists once per language and is not empty; what `showWhen` hides is never said and left out. */
export function textsOf(flow: Flow, nodeTypes: NodeTypes): FlowText[] {
  const texts: FlowText[] = [];
  for (const [nodeId, node] of Object.entries(flow.nodes)) {
    const type = Object.hasOwn(nodeTypes, node.type) ? nodeTypes[node.type] : undefined;
    if (!type) continue;
    for (const { path, meta, value, shown } of fieldsOf(type, node.data)) {
      if (!meta.translatable || !shown || typeof value !== 'string' || value === '') continue;
      texts.push({ key: translationKey(nodeId, path), nodeId, path, label: meta.label, original: value, template: meta.template === true, ...(meta.limit !== undefined && { limit: meta.limit }) });
    }
  }
  return [...texts, ...settingsTextsOf(flow)];
}

function settingsTextsOf({ settings }: Flow): FlowText[] {
  const said = settingNames.map((name): FlowText => ({ key: translationKey('settings', [name]), path: [name], label: ofSettings[name], original: settings[name], template: true, limit: 'text' }));
  const typed = inOrder(settings.shortcuts).map(([id, { keywords }]): FlowText => {
    const path = ['shortcuts', id, 'keywords'];
    return { key: translationKey('settings', path), path, label: 'Shortcut words', original: keywords, template: false };
  });
  return [...said, ...typed].filter(({ original }) => original !== '');
}
