import * as z from 'zod';
import type { Flow } from '../flow/document.ts';
import { mediaSchema } from '../messages/incoming.ts';
import type { Media } from '../messages/incoming.ts';
import { conversationTestSchema } from '../nodes/golden.ts';
import type { ConversationTest } from '../nodes/golden.ts';

/** How a file says that it is a bot of ours. */
export const botFileFormat = 'parley-bot';

/** The current shape of the file around the flows; the flows carry a schema of their own. */
export const botFileSchemaVersion = 1;

/** The most bytes, flows and tests of one file. */
export const botFileLimits = { bytes: 20_000_000, flows: 200, tests: 500 } as const;

/** A credential that flows name: what it is called and where it goes, never its secret. */
export const usedCredentialSchema = z.object({ id: z.string().min(1).max(80), name: z.string().min(1).max(120), hosts: z.array(z.string().max(253)).max(20) });
export type UsedCredential = z.infer<typeof usedCredentialSchema>;

/** The file as JSON; its flows are parsed on their own, so that older ones are migrated. */
export const botFileSchema = z.object({
  format: z.literal(botFileFormat),
  schema: z.literal(botFileSchemaVersion),
  name: z.string().trim().min(1).max(120),
  /** Id of the main flow in `flows`. */
  main: z.string(),
  flows: z.record(z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'An id has 1 to 40 letters, digits, - or _'), z.object({ name: z.string().trim().min(1).max(120), flow: z.unknown() })),
  tests: z.array(conversationTestSchema).max(botFileLimits.tests, `A bot keeps at most ${botFileLimits.tests} tests`),
  credentials: z.array(usedCredentialSchema).max(1_000),
  media: z.array(mediaSchema).max(5_000),
});

/** A bot outside of any installation: its flows with what they need and how they are tested. */
export interface BotFile {
  name: string;
  main: string;
  flows: Record<string, { name: string; flow: Flow }>;
  tests: ConversationTest[];
  credentials: UsedCredential[];
  /** Files that messages send; their bytes stay where they are. */
  media: Media[];
}
