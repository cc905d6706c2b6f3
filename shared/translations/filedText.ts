/** One translation as a file has it; what it means for the bot is decided by `planImport`. */
export interface FiledText {
  line: number;
  /** Names it goes by in the file; the first that is known counts. */
  ids: string[];
  /** The tag of the file. */
  language: string;
  /** The original it was made from, as the file has it. */
  source: string;
  /** '' = not translated. */
  text: string;
  /** What the file says of it: finished, or proposed by a machine. */
  says?: 'done' | 'machine';
}

/** The translations of a file, or why there are none to be had, with the line where one can be named. */
export type ReadTexts = { ok: true; texts: FiledText[] } | { ok: false; line?: number; message: string };

/** Caps on one file of translations. */
export const textFileLimits = { bytes: 20_000_000, texts: 250_000 } as const;
