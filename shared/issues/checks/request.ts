import type { HttpRequestTemplate } from '../../machine/httpRequest.ts';
import type { Check, Found } from '../check.ts';
import { hostOf, requestOf, theCredentialFor } from '../fixes/theCredentialFor.ts';
import type { Fix } from '../issue.ts';
import type { Subject, SubjectNode } from '../subject.ts';
import { inNode, quoted } from '../where.ts';

/** A request that can never be sent: no usable address, a header nobody may set, a credential that is not meant for its host. */
export const request: Check = {
  name: 'request',
  holds: 'Requests can be sent',
  counts: 'nodes',
  find(subject) {
    return subject.drawing.places.flatMap((place): Found[] => {
      const sent = requestOf(place);
      const node = sent && subject.node(place.flow, place.node);
      return sent && node ? [...wrongAddress(subject, node, sent), ...wrongHeaders(node, sent), ...savedNowhere(node)] : [];
    });
  },
};

function wrongAddress(subject: Subject, node: SubjectNode, sent: HttpRequestTemplate): Found[] {
  const { drawing, credentials } = subject;
  const { url, credential } = sent;
  const template = Object.values(drawing.machine.texts[url.text] ?? {})[0] ?? [];
  const [first] = template;
  const error = (field: string, message: string, fix?: Fix): Found[] => [{ severity: 'error', ...inNode(node, [field]), message, ...(fix && { fix }) }];
  if (first === undefined) return error('url', `${quoted(node.name)} has no address yet.`);
  // A whole address in a variable is known only when it is sent.
  if (typeof first !== 'string') return [];
  if (!/^\s*https?:\/\//i.test(first)) return error('url', `The address of ${quoted(node.name)} must start with https:// or http://.`, withScheme(node));
  const [, host = '', after = ''] = /^\s*https?:\/\/([^/?#]*)([/?#]?)/i.exec(first) ?? [];
  if (host.includes('@')) return error('url', `The address of ${quoted(node.name)} holds a password. Keep it as a credential instead.`);
  if (host === '' && (after !== '' || template.length === 1)) return error('url', `The address of ${quoted(node.name)} names no host.`);
  const known = credential === undefined ? undefined : credentials?.get(credential);
  const whole = hostOf(subject, sent);
  if (!known || whole === undefined || known.hosts.includes(whole)) return [];
  return error('credential', `The credential ${quoted(known.name)} of ${quoted(node.name)} is not meant for ${host}, so the request would fail.`, theCredentialFor(subject, node, ['credential']));
}

/** What was typed like an address, only without its beginning. */
function withScheme({ id, fields }: SubjectNode): Fix | undefined {
  const typed = fields.find(({ path }) => path.join('.') === 'url')?.value;
  if (typeof typed !== 'string' || !/^\s*[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:[/?#]|\s*$)/i.test(typed)) return undefined;
  return { label: 'Put https:// before it', set: [{ path: ['nodes', id, 'data', 'url'], value: `https://${typed.trim()}` }] };
}

const headerName = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
const notTheirs = /^(?:host|connection|content-length|transfer-encoding|expect|upgrade|keep-alive|te|trailer|proxy-.*)$/i;

function wrongHeaders(node: SubjectNode, { headers }: HttpRequestTemplate): Found[] {
  return headers.filter(({ name }) => !headerName.test(name) || notTheirs.test(name)).map(({ name }): Found => {
    const path = node.fields.find((field) => field.path[0] === 'headers' && typeof field.value === 'string' && field.value.trim() === name)?.path ?? node.fields.find(({ meta }) => meta.widget === 'plugin')?.path;
    const fix = path?.[0] === 'headers' ? mendHeader(node, path, name) : undefined;
    return { severity: 'error', ...inNode(node, path), message: `${quoted(name)} in ${quoted(node.name)} is no header that can be sent, so the request would fail.`, ...(fix && { fix }) };
  });
}

/** Names of headers have dashes for blanks; those of the connection are set by who sends. */
function mendHeader({ id }: SubjectNode, path: readonly string[], name: string): Fix | undefined {
  const at = ['nodes', id, 'data', ...path];
  if (notTheirs.test(name)) return { label: 'Take the header away', set: [{ path: at.slice(0, -1) }] };
  const dashed = name.replace(/\s+/g, '-');
  return headerName.test(dashed) && !notTheirs.test(dashed) ? { label: `Call it ${quoted(dashed)}`, set: [{ path: at, value: dashed }] } : undefined;
}

/** A value that was picked, and no variable for it. */
function savedNowhere(node: SubjectNode): Found[] {
  const saves = node.fields.filter(({ path }) => path[0] === 'saves' && path[2] !== undefined);
  return saves.flatMap(({ path, meta, value }): Found[] => {
    if (meta.widget !== 'answerPath' || !Array.isArray(value) || value.length === 0) return [];
    const saved = saves.some((other) => other.path[1] === path[1] && other.meta.widget === 'variable' && other.value !== '' && other.value !== undefined);
    return saved ? [] : [{ severity: 'warning', ...inNode(node, path), message: `${quoted(node.name)} takes a value from the answer and saves it nowhere.`, fix: { label: 'Take it away', set: [{ path: ['nodes', node.id, 'data', ...path.slice(0, -1)] }] } }];
  });
}
