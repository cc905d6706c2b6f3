import { Button, Checkbox, Select, Textarea } from '@mantine/core';
import { isObject } from '@parley/shared/expressions/fits';
import { readCallback } from '@parley/shared/engine/readCallback';
import type { Json, JsonObject } from '@parley/shared/lib/json';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodePlace } from './host/litPath.ts';
import { asksOf, detailsOf, sampleOf } from './host/outside.ts';
import { outsideAt } from './host/outsideAt.ts';
import type { OutsideAnswer, OutsideAt } from './host/outsideAt.ts';
import type { Ground } from './host/talk.ts';
import { recall, remember } from './remembered.ts';
import type { Simulation } from './useSimulation.ts';
import styles from './OutsideCard.module.css';

interface Given {
  main: string;
  simulation: Simulation;
  ground: Ground;
  titleOf: (place: NodePlace) => string;
}

/** Asks the author what another system answers, while the conversation waits for it. */
export function OutsideCard({ main, simulation, ground, titleOf }: Given) {
  const { t } = useTranslation();
  const [standing, setStanding] = useState(() => recall(main).standing ?? {});
  const at = outsideAt(ground, simulation.talk);
  const keep = (next: Readonly<Record<string, OutsideAnswer>>): void => {
    remember(main, { standing: next });
    setStanding(next);
  };
  return (
    <>
      {at && (
        <Card
          // Another wait begins with a fresh sample.
          key={`${at.key} ${at.wait}`} at={at} title={titleOf(at.place)}
          onAnswer={(answer, always) => {
            if (always) keep({ ...standing, [at.key]: answer });
            simulation.answer(answer);
          }}
          onLate={at.timeout === undefined ? undefined : () => simulation.wait(at.timeout ?? '')}
        />
      )}
      {!at && Object.keys(standing).length > 0 && <p className={styles.standing}>{t('simulator.outside.standing')}<Button size="sm" onClick={() => keep({})}>{t('simulator.outside.forget')}</Button></p>}
    </>
  );
}

function Card({ at, title, onAnswer, onLate }: { at: OutsideAt; title: string; onAnswer: (answer: OutsideAnswer, always: boolean) => void; onLate: (() => void) | undefined }) {
  const { t } = useTranslation();
  const [code, setCode] = useState(at.asks === 'callback' ? at.contract.codes[0]?.code ?? '' : '');
  const [text, setText] = useState(() => JSON.stringify(at.asks === 'callback' ? at.sample : sampleOf(at.action), null, 2));
  const [always, setAlways] = useState(false);
  const details = at.asks === 'result' ? detailsOf(at.action) : at.inputs;
  const read = answerOf(at, code, text);
  const problem = 'problem' in read ? (read.problem === undefined ? t('simulator.outside.noJson') : t('simulator.outside.notAsAgreed', read.problem)) : undefined;
  const fail = (outcome: 'failed' | 'unknown'): void => onAnswer({ type: 'result', result: { ok: false, outcome, error: t(outcome === 'failed' ? 'simulator.outside.fail' : 'simulator.outside.unknown') } }, always);
  return (
    <form className={styles.card} aria-label={t('simulator.outside.title')} onSubmit={(event) => { event.preventDefault(); if ('answer' in read) onAnswer(read.answer, always); }}>
      <h3>{t('simulator.outside.title')}</h3>
      <p className={styles.asked}>{t('simulator.outside.asked', { node: title })}{at.asks === 'result' && <><br /><bdi>{asksOf(at.action)}</bdi></>}</p>
      {Object.keys(details).length > 0 && <details><summary>{t('simulator.outside.details')}</summary><pre>{JSON.stringify(details, null, 2)}</pre></details>}
      {at.asks === 'callback' && <Select label={t('simulator.outside.code')} value={code} onChange={(next) => setCode(next ?? '')} allowDeselect={false} data={at.contract.codes.map((each) => ({ value: each.code, label: each.label || each.code }))} />}
      <Textarea className={styles.value ?? ''} label={t('simulator.outside.value')} value={text} error={problem} onChange={(event) => setText(event.currentTarget.value)} autosize minRows={2} maxRows={8} spellCheck={false} dir="ltr" />
      <Checkbox label={t('simulator.outside.always')} checked={always} onChange={(event) => setAlways(event.currentTarget.checked)} />
      <div className={styles.ways}>
        <Button type="submit" variant="ink" size="sm" disabled={problem !== undefined}>{t('simulator.outside.answer')}</Button>
        {at.asks === 'result' && <Button size="sm" onClick={() => fail('failed')}>{t('simulator.outside.fail')}</Button>}
        {at.asks === 'result' && <Button size="sm" onClick={() => fail('unknown')}>{t('simulator.outside.unknown')}</Button>}
        {onLate && <Button size="sm" onClick={onLate}>{t('simulator.outside.late')}</Button>}
      </div>
    </form>
  );
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

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
