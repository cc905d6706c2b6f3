import { actionTable, caseTable, partTable } from './rapidpro/rapidpro.table.data.ts';
import type { Verdict } from './report.ts';
import type { ExchangeTable } from './table.ts';
import { typebotTable } from './typebot/typebot.table.data.ts';

const words: Readonly<Record<Verdict, string>> = { mapped: 'mapped', approximated: 'approximated', leftOut: 'reported' };

/** The page `docs/import.md`: what becomes of every part of the files that can be imported. */
export function importDocs(): string {
  return [
    '# Import and export',
    '',
    '<!-- Made from the tables in shared/exchange; UPDATE_DOCS=1 npx vitest run shared/exchange/importDocs.test.ts writes it anew. -->',
    '',
    'A bot is exported as one JSON file: its flows, its kept tests, the names of the credentials it uses (never their secrets) and of the files it sends. `GET /api/v1/schemas/bot` gives its JSON Schema.',
    'The same file, and exports of other tools, are imported from the page of bots or by `POST /api/v1/bots/import`. Nothing is changed in bots that are there.',
    '',
    '**Mapped** parts do the same here, **approximated** ones something like it, **reported** ones have no counterpart: a note stands in their place on the canvas. The report of an import lists them all.',
    '',
    '## Typebot, version 6', '', ...tableOf('Block', typebotTable),
    '## RapidPro, TextIt and Glific, flow spec 13 and 14',
    '', '### Actions', '', ...tableOf('Action', actionTable),
    '### Routers, waits and other parts', '', ...tableOf('Part', partTable),
    '### Tests of a split', '', ...tableOf('Test', caseTable),
  ].join('\n');
}

function tableOf(title: string, table: ExchangeTable): string[] {
  const rows = Object.entries(table).map(([type, { name, verdict, becomes, says }]) => `| ${name} | \`${type}\` | ${words[verdict]} | ${becomes || 'a note'} | ${says} |`);
  return [`| ${title} | In the file | | Becomes | |`, '| --- | --- | --- | --- | --- |', ...rows, ''];
}
