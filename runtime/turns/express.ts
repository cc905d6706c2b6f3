import type { Outgoing } from '@parley/shared/messages/outgoing';
import { outbound } from '@parley/shared/host/outbound';
import type { Advanced } from './advance.ts';
import { failureOf } from './feed.ts';

/** What is said to the contact, in words. As it is stored and shown. */
export interface Spoken {
  message: Outgoing;
  /** Of the words; another one than the contact's where a translation is missing. */
  language: string;
  /** The apology for a turn that failed. */
  error?: true;
}

/** Language out: every message in words. */
export interface Expressed extends Advanced {
  spoken: Spoken[];
  /** Why the flow took its error route. */
  failure: string | undefined;
}

/** Puts what the turn says into the contact's language. */
export function express(advanced: Advanced): Expressed {
  const { run } = advanced;
  if (!run) return { ...advanced, spoken: [], failure: undefined };
  const failure = failureOf(run);
  const spoken = run.said.map((said): Spoken => {
    const { message, language } = outbound(said.message, said.language ?? run.facts.language);
    return { message, language };
  });
  const last = spoken.at(-1);
  if (failure !== undefined && last && run.snapshot?.frames.length === 0) last.error = true;
  return { ...advanced, spoken, failure };
}
