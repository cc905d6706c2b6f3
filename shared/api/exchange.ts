import * as z from 'zod';
import { botFileSchema, usedCredentialSchema } from '../exchange/botFile.ts';
import { exchangeTools, verdicts } from '../exchange/report.ts';
import { botSchema } from './bots.ts';
import { nameSchema } from './common.ts';

/** A bot as its file; see docs/import.md. */
export const exportedBotSchema = botFileSchema.meta({ id: 'BotFile' });

/** The name of the bot that is made; the file's own unless said. */
export const importQuerySchema = z.object({ name: nameSchema.optional() });

/** The name of the copy; the bot's own with “(copy)” unless said. */
export const duplicateBodySchema = z.object({ name: nameSchema.optional() });
export type DuplicateBody = z.input<typeof duplicateBodySchema>;

const reportLineSchema = z.object({
  verdict: z.enum(verdicts),
  /** The sort of part that it is about. */
  what: z.string(),
  says: z.string(),
  /** Where it stood in the file, and the node it became. */
  places: z.array(z.object({ where: z.string(), node: z.string().optional() })),
}).meta({ id: 'ImportReportLine' });

/** A bot that was made from a file or from another bot. */
export const importedSchema = z.object({
  bot: botSchema,
  /** Whose file it was. */
  tool: z.enum(exchangeTools),
  /** What became of the parts of the file: what was left out first. */
  report: z.array(reportLineSchema),
  /** Credentials that the bot needs and may not use here: to be made or chosen, and put in their place (`useCredential`). */
  missingCredentials: z.array(usedCredentialSchema),
}).meta({ id: 'ImportedBot' });
export type Imported = z.infer<typeof importedSchema>;

/** `from` is what nodes name, e.g. of `missingCredentials`; `to` is one that the bot may use. */
export const useCredentialBodySchema = z.object({ from: z.string().min(1).max(80), to: z.uuid() });
export type UseCredentialBody = z.input<typeof useCredentialBodySchema>;

/** The flows that changed by it. */
export const usedCredentialsSchema = z.object({ flows: z.array(z.string()) }).meta({ id: 'UsedCredentials' });
