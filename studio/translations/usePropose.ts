import type { TextChange } from '@parley/shared/translations/changeTexts';
import type { TextRow } from '@parley/shared/translations/textRows';
import i18next from 'i18next';
import { useCallback, useEffect, useRef, useState } from 'react';
import { sentenceOf } from '../api/ApiFailure.ts';
import { proposeTranslations } from '../api/translations.ts';
import { useDesigner } from '../store/designerContext.ts';
import type { Desk } from '../commands/actions.ts';
import { putTexts } from './editTexts.ts';

/** How a run of proposals stands or ended. */
export interface Proposal {
  language: string;
  running: boolean;
  all: number;
  done: number;
  made: number;
  by: 'model' | 'standIn' | undefined;
  model: string | null;
  cost: number;
  /** Texts that got none, and why. */
  lacking: { row: TextRow; why: string }[];
  /** What was put into the drawing, with the text as it stood before. */
  put: { row: TextRow; text: string }[];
}

/** A model answers for so many texts within half a minute or so. */
const batchSize = 20;
/** A model that fails that often in a row will go on failing. */
const mostFailures = 2;

/** Asks for proposals batch by batch; what comes is put into the drawing at once, so that nothing is lost when the rest fails or is stopped. */
export function usePropose(source: string): { proposal: Proposal | undefined; propose: (language: string, rows: readonly TextRow[]) => void; stop: () => void; dismiss: () => void; takeBack: () => void } {
  const desk = useDesigner();
  const [proposal, setProposal] = useState<Proposal>();
  const stopper = useRef<AbortController>(undefined);
  useEffect(() => () => stopper.current?.abort(), []);

  const propose = useCallback((language: string, rows: readonly TextRow[]) => {
    stopper.current?.abort();
    const abort = new AbortController();
    stopper.current = abort;
    let now: Proposal = { language, running: true, all: rows.length, done: 0, made: 0, by: undefined, model: null, cost: 0, lacking: [], put: [] };
    const tell = (more: Partial<Proposal>): void => {
      now = { ...now, ...more };
      if (stopper.current === abort) setProposal(now);
    };
    tell({});
    const run = async (): Promise<void> => {
      let failures = 0;
      for (let from = 0; from < rows.length; from += batchSize) {
        const batch = rows.slice(from, from + batchSize);
        if (abort.signal.aborted || failures >= mostFailures) {
          const why = abort.signal.aborted ? i18next.t('texts.stopped') : now.lacking.at(-1)?.why ?? '';
          tell({ lacking: [...now.lacking, ...rows.slice(from).map((row) => ({ row, why }))] });
          break;
        }
        try {
          const answer = await proposeTranslations(desk.book.botId, { from: source, to: language, texts: batch.map(({ id, original, label, template, limits }) => ({ id, text: original, kind: label, template, ...(limits.length > 0 && { most: Math.min(...limits.map(({ most }) => most)) }) })) }, abort.signal);
          const { made, late } = putProposals(desk, language, batch, answer.proposals);
          const why = new Map(answer.refused.map((refused) => [refused.id, refused.why]));
          failures = answer.proposals.length === 0 ? failures + 1 : 0;
          tell({
            made: now.made + made.length, put: [...now.put, ...made], by: answer.by, model: answer.used.model ?? now.model, cost: now.cost + answer.used.cost,
            lacking: [...now.lacking, ...late.map((row) => ({ row, why: i18next.t('texts.changedMeanwhile') })), ...batch.filter(({ id }) => why.has(id)).map((row) => ({ row, why: why.get(row.id) ?? '' }))],
          });
        } catch (error) {
          failures += 1;
          tell({ lacking: [...now.lacking, ...batch.map((row) => ({ row, why: abort.signal.aborted ? i18next.t('texts.stopped') : sentenceOf(error) }))] });
        }
        tell({ done: Math.min(rows.length, from + batchSize) });
      }
      tell({ running: false });
    };
    void run();
  }, [desk, source]);

  const stop = useCallback(() => stopper.current?.abort(), []);
  const dismiss = useCallback(() => setProposal(undefined), []);
  const takeBack = useCallback(() => {
    if (proposal) takeProposalsBack(desk, proposal);
    setProposal(undefined);
  }, [desk, proposal]);
  return { proposal, propose, stop, dismiss, takeBack };
}

/** Puts proposals into the drawing, marked; a text somebody touched since it was asked for keeps what they typed. */
function putProposals(desk: Desk, language: string, rows: readonly TextRow[], proposals: readonly { id: string; text: string }[]): { made: Proposal['put']; late: TextRow[] } {
  const texts = new Map(proposals.map(({ id, text }) => [id, text]));
  const changes = new Map<string, TextChange[]>();
  const late: TextRow[] = [];
  const made: Proposal['put'] = [];
  for (const row of rows) {
    const text = texts.get(row.id);
    if (text === undefined) continue;
    const current = desk.book.flows.getState()[row.flow]?.store.getState().flow.translations[language]?.[row.key];
    if (current?.text !== row.cells[language]?.kept?.text || current?.source !== row.cells[language]?.kept?.source) {
      late.push(row);
      continue;
    }
    made.push({ row, text });
    changes.set(row.flow, [...(changes.get(row.flow) ?? []), { key: row.key, language, translation: { text, source: row.source, by: 'machine', accepted: false } }]);
  }
  const put = putTexts(desk, i18next.t('texts.gesture.propose', { count: made.length, language: language.toUpperCase() }), changes);
  return { made: put ? made : [], late };
}

/** Puts back what stood there before, as one gesture for each flow; what somebody accepted or changed since stays. */
function takeProposalsBack(desk: Desk, { language, put }: Proposal): void {
  const changes = new Map<string, TextChange[]>();
  for (const { row, text } of put) {
    const current = desk.book.flows.getState()[row.flow]?.store.getState().flow.translations[language]?.[row.key];
    if (current?.by !== 'machine' || current.accepted || current.text !== text) continue;
    changes.set(row.flow, [...(changes.get(row.flow) ?? []), { key: row.key, language, translation: row.cells[language]?.kept }]);
  }
  putTexts(desk, i18next.t('texts.gesture.back', { language: language.toUpperCase() }), changes);
}
