import type { Issue } from '@parley/shared/issues/issue';

/** A row of the list: an issue, or one that stands for many of its kind. */
export interface IssueRow {
  issue: Issue;
  /** How many issues the row stands for. */
  count: number;
}

/** As many missing texts as are worth a row each; a language that was just added misses all of them. */
const mostTexts = 3;

/** The rows for issues in their order. Many missing texts are one row, which would else bury what people cannot get out of. */
export function issueRows(issues: readonly Issue[]): IssueRow[] {
  const missing = ({ check, severity }: Issue): string => (check === 'translationMissing' ? severity : '');
  const counts = new Map<string, number>();
  for (const issue of issues) counts.set(missing(issue), (counts.get(missing(issue)) ?? 0) + 1);
  const folded = new Set<string>();
  return issues.flatMap((issue) => {
    const kind = missing(issue);
    const count = kind === '' ? 1 : counts.get(kind) ?? 1;
    if (count <= mostTexts) return [{ issue, count: 1 }];
    if (folded.has(kind)) return [];
    folded.add(kind);
    return [{ issue, count }];
  });
}

/** An issue's sentence without the name that stands right before it in the row. */
export function sayBeside(message: string, name: string): string {
  const quoted = `“${name}”`;
  if (name === '') return message;
  // A way out or an expression may be called what its node is called: then the first name is not the node's.
  const [before = '', after, ...more] = message.split(quoted);
  if (before !== '' || after === undefined || more.length > 0) return [` of ${quoted}`, ` in ${quoted}`].reduce((said, where) => said.replace(where, ''), message);
  // The name and what is said of it are read as one sentence.
  return after.trimStart();
}
