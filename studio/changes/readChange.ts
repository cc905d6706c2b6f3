import type { Change } from '@parley/shared/api/releases';
import type { Flow } from '@parley/shared/flow/document';
import { nodeTypes } from '@parley/shared/nodes/index';
import i18next from 'i18next';
import { titleOf } from '../miniflow/names.ts';
import { readFields } from './readFields.ts';
import type { ReadField, Sides } from './readFields.ts';
import { valueInWords } from './valueInWords.ts';

/** A change as people read it: what it is about, and what stood and stands in each of its fields. */
export interface Reading {
  name: string;
  /** What it is, where its name does not tell: a variable, a setting, a way. */
  sort: string;
  /** For what came or went: what it says or does. */
  summary: string;
  fields: ReadField[];
}

/** Puts a change into the words of the studio: labels of fields instead of their paths, titles instead of ids. Values are whole. */
export function readChange(change: Change, { before, after }: Sides): Reading {
  // What came or went is told from the side it is on.
  const there = change.kind === 'removed' ? before ?? after : after ?? before;
  const came = change.kind !== 'changed';
  const fields = readFields(change, { before, after });
  switch (change.what) {
    case 'node': {
      const node = after?.nodes[change.id] ?? before?.nodes[change.id];
      return { name: node ? titleOf({ nodes: { [change.id]: node } }, change.id) : change.label || change.id, sort: '', summary: came && node ? nodeTypes[node.type]?.summary(node.data) ?? '' : '', fields };
    }
    case 'edge': {
      const edge = there?.edges[change.id];
      return { name: edge ? titleOf(there, edge.from) : change.label, sort: i18next.t('changes.sort.edge'), summary: came && edge ? i18next.t('changes.leads', { to: titleOf(there, edge.to) }) : '', fields };
    }
    case 'translation': {
      const [language = '', nodeId = ''] = change.id.split('/');
      const name = nodeId === 'settings' ? i18next.t('changes.flowTexts') : nodeId === '' ? i18next.t('changes.allTexts') : titleOf(after?.nodes[nodeId] ? after : before, nodeId);
      return { name, sort: languageName(language), summary: came ? translationOf(there, change.id) : '', fields };
    }
    case 'setting':
      return { name: settingName(change.id, change.label), sort: i18next.t('changes.sort.setting'), summary: '', fields };
    case 'variable': {
      const variable = there?.variables[change.id];
      return { name: variable?.name ?? (change.label || change.id), sort: i18next.t('publish.sort.variable'), summary: came && variable ? valueInWords(variable.type) : '', fields };
    }
    case 'note':
      return { name: i18next.t('canvas.note'), sort: '', summary: came ? there?.notes[change.id]?.text ?? '' : '', fields };
    case 'frame':
      return { name: change.label || i18next.t('frame.name'), sort: i18next.t('frame.name'), summary: '', fields };
    case 'flow':
      return { name: change.label || i18next.t('publish.sort.flow'), sort: change.label ? i18next.t('publish.sort.flow') : '', summary: '', fields };
  }
}

/** What a language is called in the studio's own. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames([i18next.language], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}

function settingName(id: string, label: string): string {
  return i18next.t(`settings.${id}`, { defaultValue: label || id });
}

function translationOf(flow: Flow | undefined, id: string): string {
  const [language = '', ...key] = id.split('/');
  return flow?.translations[language]?.[key.join('/')]?.text ?? '';
}
