/**
 * The part of Mermaid's flowcharts that we write, strictly: one statement a line, labels in quotes without any sign that could end
 * them or be read as markup. Mermaid's own parser takes everything this takes (tried with mermaid 12.3).
 */
const label = '"(?:[^"#;<>&`\\\\|{}\\[\\]~^*_]|#\\d+;|<br/>)*"';
const statements: Readonly<Record<string, RegExp>> = {
  title: /^ {2}accTitle: [^\n:;#{}<>"]+$/,
  node: new RegExp(`^ {2}n\\d+(?:\\(\\[${label}\\]\\)|\\{\\{${label}\\}\\}|\\[\\[${label}\\]\\]|\\[${label}\\]):::[a-z]+Node$`),
  way: new RegExp(`^ {2}n\\d+ -->(?:\\|${label}\\|)? n\\d+$`),
  note: new RegExp(`^ {2}note\\d+>${label}\\]:::noteText$`),
  style: /^ {2}classDef [a-zA-Z]+ fill:#[0-9a-f]{6},stroke:#[0-9a-f]{6},color:#[0-9a-f]{6}$/,
};

/** Lines that are no statement, ways between nodes that are not there, styles nobody defined; and how much there is. */
export function problemsOfMermaid(text: string): { problems: string[]; nodes: number; ways: number } {
  const [first, ...lines] = text.trimEnd().split('\n');
  const kindOf = (line: string): string | undefined => Object.entries(statements).find(([, pattern]) => pattern.test(line))?.[0];
  const problems = [...(first === 'flowchart LR' ? [] : [`begins with ${first}`]), ...lines.filter((line) => kindOf(line) === undefined)];
  const of = (kind: string): string[] => lines.filter((line) => kindOf(line) === kind);
  const names = new Set(of('node').map((line) => /n\d+/.exec(line)?.[0]));
  if (names.size < of('node').length) problems.push('a node stands twice');
  for (const way of of('way')) for (const end of [/^ {2}(n\d+)/.exec(way)?.[1], /(n\d+)$/.exec(way)?.[1]]) if (!names.has(end)) problems.push(`${end} is not there`);
  const styles = new Set(of('style').map((line) => line.split(' ')[3]));
  for (const line of [...of('node'), ...of('note')]) if (!styles.has(line.slice(line.lastIndexOf(':') + 1))) problems.push(`no style for ${line}`);
  return { problems, nodes: names.size, ways: of('way').length };
}
