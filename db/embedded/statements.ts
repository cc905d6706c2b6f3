/** What one statement means for a backend that all connections share. */
export type SessionChange = { kind: 'listen'; channel: string } | { kind: 'unlisten'; channel: string } | { kind: 'unlistenAll' };

/** What a query's text does to the session, and why it cannot be run if it cannot. */
export interface SessionEffects {
  changes: SessionChange[];
  refusal?: string;
}

/** Most queries contain none of these words; only those that do are read. */
const suspicious = /\b(?:listen|unlisten|copy|discard|deallocate)\b/i;
const nothing: SessionEffects = { changes: [] };

const refusals: Record<string, string> = {
  copy: 'COPY is not available in the embedded database. Use insert with several rows, or set DATABASE_URL to a PostgreSQL server.',
  discard: 'DISCARD is not available in the embedded database, because its connections share one session.',
  deallocate: 'DEALLOCATE ALL is not available in the embedded database, because its connections share one session.',
};

/** Reads what a query's text does to the session. */
export function sessionEffects(sql: string): SessionEffects {
  if (!suspicious.test(sql)) return nothing;
  const effects: SessionEffects = { changes: [] };
  for (const [first = '', second = '', third = ''] of statementsOf(sql)) {
    const word = first.toLowerCase();
    const all = second.toLowerCase() === 'all' || (second.toLowerCase() === 'prepare' && third.toLowerCase() === 'all');
    if (word === 'listen') effects.changes.push({ kind: 'listen', channel: identifier(second) });
    else if (word === 'unlisten') effects.changes.push(second === '*' ? { kind: 'unlistenAll' } : { kind: 'unlisten', channel: identifier(second) });
    else if (word === 'copy' || word === 'discard' || (word === 'deallocate' && all)) effects.refusal ??= refusals[word];
  }
  return effects;
}

/** A statement that fails with this message, so that the backend's own state is what an error leaves. */
export function failingSql(message: string): string {
  return `do $refused$ begin raise exception using errcode = '0A000', message = '${message.replaceAll("'", "''")}'; end $refused$`;
}

/** Comments, quoted texts and names, dollar quotes, words, and any other character, in that order of trying. */
const token = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\]|''|\\[\s\S])*'|"(?:[^"]|"")*"|\$([A-Za-z_]\w*)?\$[\s\S]*?\$\1\$|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*|\S/g;

/** The first three words of each statement. */
function statementsOf(sql: string): string[][] {
  const statements: string[][] = [[]];
  for (const [text] of sql.matchAll(token)) {
    if (text.startsWith('--') || text.startsWith('/*')) continue;
    if (text === ';') statements.push([]);
    else if ((statements.at(-1)?.length ?? 3) < 3) statements.at(-1)?.push(text);
  }
  return statements;
}

/** A name as PostgreSQL understands it: quoted as written, else in lower case. */
function identifier(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text.toLowerCase();
}
