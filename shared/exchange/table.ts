import type { Verdict } from './report.ts';

/** What becomes of one sort of part of another tool's file. */
export interface TableEntry {
  /** What authors of that tool call it. */
  name: string;
  verdict: Verdict;
  /** The node type it becomes, or where else it goes; '' = nothing. */
  becomes: string;
  /** One sentence for the report and the docs. */
  says: string;
}

/** Every sort of part of a public format, by the name it has in files. */
export type ExchangeTable = Readonly<Record<string, TableEntry>>;
