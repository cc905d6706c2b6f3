/** What a row counts: a number among the facts of the proof. */
export type RowCount = 'nodes' | 'exits' | 'waits' | 'loops' | 'calls' | 'variables' | 'expressions' | 'texts' | 'languages' | 'flows';

/**
 * The promises of the proof as people read them, one row each: the checks that hold it, and what was counted. Names alone, so that
 * whoever shows them needs none of the checks; a test holds that every check is in exactly one row.
 */
export const proofRows = [
  { name: 'unreachable', checks: ['unreachable', 'start', 'shares'], counts: 'nodes' },
  { name: 'unconnected', checks: ['unconnected'], counts: 'exits' },
  { name: 'end', checks: ['noEnd', 'unhandled', 'silence', 'callback'], counts: 'waits' },
  { name: 'loop', checks: ['loop', 'recursion'], counts: 'loops' },
  { name: 'unset', checks: ['neverSet', 'maybeUnset', 'unknownVariable', 'variable'], counts: 'variables' },
  { name: 'types', checks: ['expression', 'condition', 'callArguments', 'unknownFlow', 'kept'], counts: 'expressions' },
  { name: 'others', checks: ['code', 'request', 'plugin', 'credentialMissing', 'model', 'tools', 'modelMissing'], counts: 'calls' },
  { name: 'texts', checks: ['tooLong', 'file', 'empty', 'choices', 'forms', 'sameLabels', 'sameKeywords'], counts: 'texts' },
  { name: 'translations', checks: ['translationMissing', 'translationOutdated', 'translationVariables', 'translationUnaccepted'], counts: 'languages' },
  { name: 'tidy', checks: ['unused', 'caps'], counts: 'flows' },
] as const satisfies readonly { name: string; checks: readonly string[]; counts: RowCount }[];

/** What publishing finds besides the checks: kept conversations that go otherwise, and code that does something else. Its row is there when there is something. */
export const publishingRow = { name: 'tests', checks: ['conversationTest', 'codeCheck'] } as const;

/** What the proof says of itself: what it does not show. */
export const notPromised = 'That conditions let the person through: a condition is taken as a free choice, except that the same condition on unchanged variables comes out the same along a path.';
