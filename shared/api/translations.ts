import * as z from 'zod';
import { maxText } from '../messages/incoming.ts';

/** So many texts are translated by one request. */
export const proposalLimits = { texts: 40 } as const;

const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A language is a tag such as en, fr or pt-BR');

/** Asks for translations of texts of a bot. Nothing is changed by it: proposals come back and the asker puts them into the drawing. */
export const proposeBodySchema = z.object({
  from: language,
  to: language,
  texts: z.array(z.object({
    id: z.string().min(1).max(300),
    text: z.string().min(1).max(maxText),
    /** What it is, for the one who translates: "Question". */
    kind: z.string().max(100).default(''),
    /** May hold `{{ expressions }}`; they come back as they are. */
    template: z.boolean().default(true),
    /** The most characters, expressions not counted. */
    most: z.number().int().min(1).max(maxText).optional(),
  })).min(1, 'There is nothing to translate').max(proposalLimits.texts, `At most ${proposalLimits.texts} texts at once`),
});
export type ProposeBody = z.input<typeof proposeBodySchema>;

/** What became of every text: a proposal, or one sentence why there is none. */
export const proposedSchema = z.object({
  by: z.enum(['model', 'standIn']).meta({ description: 'standIn = no model is set up: the originals behind the language’s tag' }),
  proposals: z.array(z.object({ id: z.string(), text: z.string() })),
  refused: z.array(z.object({ id: z.string(), why: z.string() })),
  used: z.object({ model: z.string().nullable(), tokensIn: z.number(), tokensOut: z.number(), cost: z.number() }),
}).meta({ id: 'ProposedTranslations' });
export type Proposed = z.infer<typeof proposedSchema>;
