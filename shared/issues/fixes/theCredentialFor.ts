import type { HttpRequestTemplate } from '../../machine/httpRequest.ts';
import type { Place } from '../paths/place.ts';
import type { Fix } from '../issue.ts';
import type { Subject, SubjectNode } from '../subject.ts';
import { quoted } from '../where.ts';

/** The request that a place sends, or makes known where to call back with. */
export function requestOf({ state }: Place): HttpRequestTemplate | undefined {
  return state.entry.flatMap((action) => (action.type === 'httpRequest' ? [action] : action.type === 'openCallback' && action.announce ? [action.announce.request] : []))[0];
}

/** The host a request goes to, as written; undefined while a variable may still change it. */
export function hostOf({ drawing }: Subject, { url }: HttpRequestTemplate): string | undefined {
  const template = Object.values(drawing.machine.texts[url.text] ?? {})[0] ?? [];
  const [first] = template;
  if (typeof first !== 'string') return undefined;
  const [, host = '', after = ''] = /^\s*https?:\/\/([^/?#]*)([/?#]?)/i.exec(first) ?? [];
  return after !== '' || template.length === 1 ? host.toLowerCase() : undefined;
}

/** Chooses the credential that is meant for where a node's request goes, when it is the only one. */
export function theCredentialFor(subject: Subject, node: SubjectNode, path: readonly string[]): Fix | undefined {
  const request = subject.drawing.places.filter(({ flow, node: id }) => flow === node.flow && id === node.id).flatMap((place) => requestOf(place) ?? [])[0];
  const host = request && hostOf(subject, request);
  const [only, ...more] = [...subject.credentials?.values() ?? []].filter(({ hosts }) => host === undefined || hosts.includes(host));
  return only && more.length === 0 ? { label: `Use ${quoted(only.name)}`, set: [{ path: ['nodes', node.id, 'data', ...path], value: only.id }] } : undefined;
}
