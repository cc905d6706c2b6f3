/** The tools whose exports are read. */
export const exchangeTools = ['parley', 'typebot', 'rapidpro'] as const;
export type ExchangeTool = (typeof exchangeTools)[number];

/** What became of a part of a file: it is the same here, it does something like it, or it was left out. */
export const verdicts = ['mapped', 'approximated', 'leftOut'] as const;
export type Verdict = (typeof verdicts)[number];

/** What became of the parts of one sort, told once with all their places. */
export interface ReportLine {
  verdict: Verdict;
  /** What the other tool, or people, call it: `Text bubble`. */
  what: string;
  /** One sentence for the author. */
  says: string;
  /** Where it stood in the file, in words of the file, and the node or note it became. */
  places: { where: string; node?: string }[];
}

/** Collects what an import has to tell. */
export interface Reporter {
  tell(line: Omit<ReportLine, 'places'>, place?: ReportLine['places'][number]): void;
  lines(): ReportLine[];
}

/** Makes a reporter; lines that say the same become one, the left out first. */
export function makeReporter(): Reporter {
  const lines = new Map<string, ReportLine>();
  return {
    tell({ verdict, what, says }, place) {
      const key = [verdict, what, says].join('\n');
      const line = lines.get(key) ?? { verdict, what, says, places: [] };
      if (place) line.places.push(place);
      lines.set(key, line);
    },
    lines: () => [...lines.values()].sort((a, b) => verdicts.indexOf(b.verdict) - verdicts.indexOf(a.verdict) || (a.what < b.what ? -1 : a.what > b.what ? 1 : 0)),
  };
}
