import { Button, Checkbox, Select, Textarea } from '@mantine/core';
import { isObject } from '@parley/shared/expressions/fits';
import { readCallback } from '@parley/shared/engine/readCallback';
import { plainText } from '@parley/shared/expressions/encodeParts';
import { toolOutcome } from '@parley/shared/machine/modelCall';
import type { Json, JsonObject } from '@parley/shared/lib/json';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asksOf, detailsOf, isAskable, outcomesOf, sampleEnding, sampleOf } from './host/outside.ts';
import type { OutsideAt } from './host/outsideAt.ts';
import type { OutsideAnswer, Talk } from './host/talk.ts';
import { RealAddress } from './RealAddress.tsx';
import type { AskForReal } from './SimulatorProps.ts';
import type { CallbackTrying } from './useCallbackTrial.ts';
import styles from './OutsideCard.module.css';

interface Given {
  at: OutsideAt;
  title: string;
  talk: Talk;
  askForReal: AskForReal | undefined;
  trying: CallbackTrying | undefined;
  /** `told` = what a real call took. */
  onAnswer: (answer: OutsideAnswer, always: boolean, told: string | undefined) => void;
  onLate: (() => void) | undefined;
}

/** What one other system answers: made up by hand, or recorded from a real call and looked at before it is given. */
export function OutsideForm({ at, title, talk, askForReal, trying, onAnswer, onLate }: Given) {
  const { t } = useTranslation();
  const sample = at.asks === 'callback' ? at.sample : sampleOf(at.action);
  const [code, setCode] = useState(at.asks === 'callback' ? at.contract.codes[0]?.code ?? '' : '');
  const [text, setText] = useState(() => written(sample));
  const [always, setAlways] = useState(false);
  const [real, setReal] = useState<{ asking: true } | { told: string } | { error: string }>();
  const details = at.asks === 'result' ? detailsOf(at.action) : at.inputs;
  const read = answerOf(at, code, text);
  const problem = 'problem' in read ? (read.problem === undefined ? t('simulator.outside.noJson') : t('simulator.outside.notAsAgreed', read.problem)) : undefined;
  const told = real && 'told' in real ? real.told : undefined;
  const fail = (outcome: 'failed' | 'unknown', error: string): void => onAnswer({ type: 'result', result: { ok: false, outcome, error } }, always, undefined);
  const ask = async (): Promise<void> => {
    if (!askForReal || at.asks !== 'result' || !isAskable(at.action)) return;
    setReal({ asking: true });
    const got = await askForReal(at.action, talk);
    if (!got.ok) return setReal({ error: got.error });
    setText(written(got.value));
    setAlways(true);
    setReal({ told: got.told });
  };
  const ends = at.asks === 'result' ? outcomesOf(at.action) : [];
  const ending = isObject(parsed(text) ?? null) ? (parsed(text) as JsonObject)['outcome'] : undefined;
  const address = at.asks === 'callback' && trying && <RealAddress trying={trying} />;
  // What is waited for comes before what can be made up instead.
  const waits = trying?.now?.is === 'waiting';
  return (
    <form className={styles.card} aria-label={t('simulator.outside.title')} onSubmit={(event) => { event.preventDefault(); if ('answer' in read) onAnswer(read.answer, always, told); }}>
      <h3>{t('simulator.outside.title')}</h3>
      <p className={styles.asked}>{t('simulator.outside.asked', { node: title })}{at.asks === 'result' && <><br /><bdi>{asksOf(at.action)}</bdi></>}</p>
      {waits && address}
      {Object.keys(details).length > 0 && <details><summary>{t('simulator.outside.details')}</summary><pre>{JSON.stringify(details, null, 2)}</pre></details>}
      {at.asks === 'callback' && <Select size="sm" label={t('simulator.outside.code')} value={code} onChange={(next) => setCode(next ?? '')} allowDeselect={false} data={at.contract.codes.map((each) => ({ value: each.code, label: each.label || each.code }))} />}
      {at.asks === 'result' && ends.length > 1 && (
        <Select
          size="sm" label={t('sim.outside.outcome')} allowDeselect={false} value={typeof ending === 'string' && ends.includes(ending) ? ending : null} data={ends.map((value) => ({ value, label: endingName(at, value, t) }))}
          onChange={(next) => { if (next) { setText(written(sampleEnding(at.action, next))); setReal(undefined); } }}
        />
      )}
      <Textarea className={styles.value ?? ''} label={t('simulator.outside.value')} value={text} error={problem} onChange={(event) => setText(event.currentTarget.value)} autosize minRows={2} maxRows={8} spellCheck={false} dir="ltr" />
      {told !== undefined && <p className={styles.told} role="status">{t('sim.outside.recorded', { told })}</p>}
      {real && 'error' in real && <p className={styles.failed} role="alert">{t('sim.outside.failedReally', { error: real.error })}</p>}
      <Checkbox size="xs" label={t('simulator.outside.always')} checked={always} onChange={(event) => setAlways(event.currentTarget.checked)} />
      <div className={styles.ways}>
        <Button type="submit" variant="ink" size="sm" disabled={problem !== undefined}>{t('simulator.outside.answer')}</Button>
        {real && 'error' in real && <Button size="sm" onClick={() => fail('failed', real.error)}>{t('sim.outside.takeFailure')}</Button>}
        {at.asks === 'result' && <Button size="sm" onClick={() => fail('failed', t('simulator.outside.fail'))}>{t('simulator.outside.fail')}</Button>}
        {at.asks === 'result' && <Button size="sm" onClick={() => fail('unknown', t('simulator.outside.unknown'))}>{t('simulator.outside.unknown')}</Button>}
        {onLate && <Button size="sm" onClick={onLate}>{t('simulator.outside.late')}</Button>}
      </div>
      {at.asks === 'result' && askForReal && isAskable(at.action) && (
        <div className={styles.real}>
          <Button size="sm" variant="subtle" loading={real !== undefined && 'asking' in real} onClick={() => void ask()}>{t('sim.outside.really')}</Button>
          <small>{t('sim.outside.reallyNote')}</small>
        </div>
      )}
      {!waits && address}
    </form>
  );
}

/** A way to end by its name: an option of a model by its label, the node's own ways by theirs. */
function endingName(at: Extract<OutsideAt, { asks: 'result' }>, outcome: string, t: (key: string, options?: { defaultValue: string }) => string): string {
  const { action } = at;
  const option = action.type === 'callModel' && action.output.as === 'option' ? action.output.options.find(({ id }) => id === outcome) : undefined;
  const range = action.type === 'httpRequest' ? action.ranges.find(({ exit }) => exit === outcome) : undefined;
  const tool = action.type === 'callModel' ? action.tools?.find(({ id }) => toolOutcome(id) === outcome) : undefined;
  if (tool) return tool.name;
  if (option) return plainText(option.label);
  if (range) return range.from === range.to ? `${range.from}` : `${range.from}–${range.to}`;
  return t(`sim.outside.outcomes.${outcome}`, { defaultValue: outcome });
}

type Read = { answer: OutsideAnswer } | { problem: { path: string; message: string } | undefined };

/** What was typed as an answer, or why it is none. */
function answerOf(at: OutsideAt, code: string, text: string): Read {
  const value = parsed(text);
  if (value === undefined) return { problem: undefined };
  if (at.asks === 'result') return { answer: { type: 'result', result: { ok: true, value } } };
  const values: JsonObject = isObject(value) ? value : {};
  const read = readCallback(at.contract, { code, values });
  return read.ok ? { answer: { type: 'callback', code, values } } : { problem: read.fields[0] };
}

const written = (value: Json): string => JSON.stringify(value, null, 2);

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
