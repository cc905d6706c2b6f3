import { makeId } from '../lib/id.ts';
import type { Random } from '../lib/id.ts';
import { invariant } from '../lib/invariant.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { flowSchemaVersion } from './document.ts';
import type { Flow } from './document.ts';
import { settingsTexts } from './settingsTexts.data.ts';

/** What a fresh document is made of. */
export interface EmptyFlow {
  kind: Flow['kind'];
  /** The language its texts will be typed in. */
  language: string;
  random: Random;
  nodeTypes: NodeTypes;
}

/**
 * A fresh document: a start node, and settings that leave nobody who chats without a word. A subflow is called inside a
 * conversation: it begins with none of its own and goes by those of the main flow.
 */
export function emptyFlow({ kind, language, random, nodeTypes }: EmptyFlow): Flow {
  const start = nodeTypes['start'];
  invariant(start, 'the list of node types has no "start"');
  const texts = settingsTexts[language] ?? settingsTexts[language.split('-')[0] ?? ''] ?? settingsTexts['en'];
  invariant(texts, 'there are no settings texts in English');
  const { restart, menu: _, language: __, ...said } = texts;
  const own = kind === 'subflow' ? { errorText: '', unreadableText: '', waitingText: '' } : { ...said, silenceAfter: 'PT24H' };
  return {
    schema: flowSchemaVersion,
    kind,
    languages: [language],
    variables: {},
    nodes: { [makeId(random)]: { type: 'start', x: 80, y: 160, data: start.defaults(random) } },
    edges: {},
    notes: {},
    frames: {},
    translations: {},
    settings: {
      channels: ['web'],
      zone: 'UTC',
      sessionHours: 24,
      ...own,
      missingTranslationsAccepted: false,
      consentText: '',
      shortcuts: kind === 'subflow' ? {} : { [makeId(random)]: { keywords: restart, does: { kind: 'restart' }, order: 1 } },
    },
  };
}
