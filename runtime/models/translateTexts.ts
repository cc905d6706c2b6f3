import type { ModelUse } from '@parley/shared/machine/modelCall';
import { compareHoles, piecesOf, sayHoles } from '@parley/shared/expressions/holes';
import { lettersOf } from '@parley/shared/translations/lengths';
import type { Asker, Inquirer } from './inquire.ts';
import { ModelFailure } from './modelFailure.ts';
import { readTranslations } from './readTranslations.ts';
import { mark, translatePrompt } from './prompts/translatePrompt.ts';
import type { MarkedText } from './prompts/translatePrompt.ts';

/** A text whose translation is wanted. */
export interface WantedText {
  id: string;
  text: string;
  kind: string;
  template: boolean;
  most?: number | undefined;
}

/** What is to be translated, for whom. */
export interface TranslationOrder {
  bot: string;
  account: string;
  from: string;
  to: string;
  texts: readonly WantedText[];
  signal: AbortSignal;
}

/** Proposals, and of every other text why there is none. */
export interface Translated {
  by: 'model' | 'standIn';
  proposals: { id: string; text: string }[];
  refused: { id: string; why: string }[];
  used: ModelUse;
}

/** What a text became, or what is wrong with what it became. */
type Judged = { text: string } | { why: string };

const role = 'best';
/** For one batch; a person waits for it. */
const timeoutMs = 60_000;
/** A text that comes back too long or without a variable is asked for once more. */
const rounds = 2;

/** Has texts translated by the models of the registry. Variables never leave: marks stand for them, and what comes back is held against the original. */
export async function translateTexts(inquirer: Inquirer, { bot, account, from, to, texts, signal }: TranslationOrder): Promise<Translated> {
  const by: Asker = { bot, contact: null, account, effect: null, node: null };
  if (!(await inquirer.hasModel(role))) {
    await inquirer.recordStandIn(by, role, 0);
    return { by: 'standIn', proposals: texts.map((wanted) => ({ id: wanted.id, text: standInFor(wanted, to) })), refused: [], used: { model: null, tokensIn: 0, tokensOut: 0, cost: 0 } };
  }
  const used: ModelUse = { model: null, tokensIn: 0, tokensOut: 0, cost: 0 };
  const judged = new Map<string, Judged>();
  // Names of their own: ids of documents are long, and a model may mistype them.
  const names = new Map(texts.map((wanted, place) => [`t${place + 1}`, wanted]));
  for (let round = 1; round <= rounds; round += 1) {
    const open = [...names].filter(([, { id }]) => { const known = judged.get(id); return round === 1 || (known !== undefined && 'why' in known); });
    if (open.length === 0) break;
    const answer = await askFor(open.map(([id, wanted]) => marked(id, wanted, judged.get(wanted.id))));
    for (const [id, wanted] of open) {
      const said = answer.texts.get(id);
      if (said !== undefined) judged.set(wanted.id, judge(wanted, said));
      else if (!judged.has(wanted.id)) judged.set(wanted.id, { why: answer.why });
    }
    // What failed as a whole would fail again.
    if (answer.failed) break;
  }
  const results = texts.map(({ id }) => ({ id, ...(judged.get(id) ?? { why: 'The model left it out.' }) }));
  return { by: 'model', proposals: results.flatMap((result) => ('text' in result ? [{ id: result.id, text: result.text }] : [])), refused: results.flatMap((result) => ('why' in result ? [{ id: result.id, why: result.why }] : [])), used };

  async function askFor(questions: readonly MarkedText[]): Promise<{ texts: ReadonlyMap<string, string>; why: string; failed: boolean }> {
    const ids = questions.map(({ id }) => id);
    let heard = '';
    try {
      const given = await inquirer.inquire({
        by, role, prompt: translatePrompt({ from, to, texts: questions }), temperature: 0.2, timeoutMs, signal,
        read: ({ text }) => { const read = readTranslations(text, ids); return read.size > 0 ? read : undefined; },
        onText: (piece, anew) => { heard = anew ? piece : heard + piece; },
      });
      Object.assign(used, given && { model: given.used.model, tokensIn: used.tokensIn + given.used.tokensIn, tokensOut: used.tokensOut + given.used.tokensOut, cost: used.cost + given.used.cost });
      return { texts: given?.answer ?? new Map(), why: 'The model left it out.', failed: false };
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      // What was whole before an answer broke off is as good as any.
      return { texts: readTranslations(heard, ids), why: error.message, failed: true };
    }
  }
}

/** A text with marks in place of its holes. */
function marked(id: string, { text, kind, template, most }: WantedText, before: Judged | undefined): MarkedText {
  const holes = holesIn(text, template);
  const said = template ? piecesOf(text).map((piece) => (piece.hole ? mark(holes.indexOf(piece.text) + 1) : piece.text)).join('') : text;
  return { id, kind, text: said, ...(most !== undefined && { most }), ...(before && 'why' in before && { problem: before.why }) };
}

/** Puts the holes back and looks whether the translation can be used. */
function judge({ text, template, most }: WantedText, said: string): Judged {
  const holes = holesIn(text, template);
  const whole = template ? said.replace(/⟦\s*(\d+)\s*⟧/g, (written, no: string) => holes[Number(no) - 1] ?? written) : said;
  if (whole.trim() === '') return { why: 'The model gave an empty text.' };
  if (/[⟦⟧]/.test(whole) && !/[⟦⟧]/.test(text)) return { why: 'The model changed the mark of a variable.' };
  const difference = template ? compareHoles(text, whole) : undefined;
  if (difference) return { why: sayHoles(difference) };
  const letters = lettersOf(whole, template);
  return most !== undefined && letters > most ? { why: `It has ${letters} characters, at most ${most} fit.` } : { text: whole.trim() };
}

function holesIn(text: string, template: boolean): string[] {
  return template ? [...new Set(piecesOf(text).filter(({ hole }) => hole).map((piece) => piece.text))] : [];
}

/** Without a model there is no translation: the original behind the tag of the language, which nobody can take for one. */
function standInFor({ text, template, most }: WantedText, to: string): string {
  const said = `[${to}] ${text}`;
  return most !== undefined && lettersOf(said, template) > most ? text : said;
}
