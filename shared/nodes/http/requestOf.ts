import type { HttpPick, HttpRequestTemplate, JsonField, Named } from '../../machine/httpRequest.ts';
import type { TextRef } from '../../machine/action.ts';
import type { CompileContext } from '../defineNode.ts';
import { ordered } from '../fieldKinds.ts';
import { onlyReads, rangesIn } from '../lowerRequest.ts';
import type { HttpData } from './httpSchema.ts';

/** The request an http node asks for. */
export function requestOf(data: HttpData, context: CompileContext): HttpRequestTemplate {
  const { method, repeatable } = data;
  const changes = !onlyReads(method);
  const body = changes ? bodyOf(data, context) : undefined;
  return {
    method,
    url: context.text('url'),
    query: namedIn(data.query, (id) => context.text('query', id, 'value')),
    headers: namedIn(data.headers, (id) => context.text('headers', id, 'value')),
    ...(data.credential && { credential: data.credential }),
    ...(body && { body }),
    timeoutMs: Math.round(data.seconds * 1_000),
    maxBytes: data.kilobytes * 1_024,
    attempts: data.retries + 1,
    repeatable: !changes || repeatable,
    ...(changes && data.keyHeader && { keyHeader: data.keyHeader }),
    ranges: ordered(data.answers).flatMap(([exit, { statuses }]) => rangesIn(statuses).map((range) => ({ exit, ...range }))),
    picks: picksOf(data, context),
  };
}

function bodyOf({ body, json, form, mime }: HttpData, context: CompileContext): HttpRequestTemplate['body'] {
  switch (body) {
    case 'none': return undefined;
    case 'json': return { as: 'json', json: ordered(json).flatMap(([, { name, value }]): JsonField[] => (name && value ? [{ path: name.split('.'), value: context.expression(value, context.typeOf(value) ?? { kind: 'text' }) }] : [])) };
    case 'form': return { as: 'form', fields: namedIn(form, (id) => context.text('form', id, 'value')) };
    case 'text': return { as: 'text', text: context.text('text'), mime };
  }
}

function namedIn(entries: HttpData['query'], text: (id: string) => TextRef): Named<TextRef>[] {
  return ordered(entries).flatMap(([id, { name }]) => (name.trim() ? [{ name: name.trim(), value: text(id) }] : []));
}

function picksOf({ saves }: HttpData, context: CompileContext): HttpPick[] {
  return ordered(saves).flatMap(([as, { path, save, optional }]): HttpPick[] => {
    const saved = context.variable(save);
    return saved ? [{ as, path, type: saved.type, optional }] : [];
  });
}
