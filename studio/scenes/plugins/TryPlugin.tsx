import { Button, TextInput } from '@mantine/core';
import type { pluginBodySchema } from '@parley/shared/api/plugins';
import type { ValueType } from '@parley/shared/expressions/types';
import type { Json } from '@parley/shared/lib/json';
import { ordered } from '@parley/shared/nodes/fieldKinds';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { tryPlugin } from '../../api/plugins.ts';
import styles from './Plugins.module.css';

type Definition = z.output<typeof pluginBodySchema>;

/** Asks what the definition asks, with values typed here, and shows what came and what would be taken from it. */
export function TryPlugin({ definition }: { definition: Definition | undefined }) {
  const { t } = useTranslation();
  const [given, setGiven] = useState<Record<string, string>>({});
  const inputs = definition ? ordered(definition.inputs).filter(([, { name }]) => name !== '') : [];
  const values = Object.fromEntries(inputs.flatMap(([id, { name, type }]): [string, Json][] => {
    const value = readValue(given[id] ?? '', type);
    return value === undefined ? [] : [[name, value]];
  }));
  const ask = useMutation({ mutationFn: (wanted: Definition) => tryPlugin(wanted, values) });
  const answer = ask.data;
  return (
    <section className={styles.try} aria-label={t('plugins.try')}>
      <div className={styles.legend}><h3>{t('plugins.try')}</h3><p className={styles.help}>{t('plugins.tryHelp')}</p></div>
      <div className={styles.entryFields}>
        {inputs.map(([id, { name, label, type }]) => <TextInput key={id} label={label || name} description={t(`type.${type.kind}`)} value={given[id] ?? ''} onChange={({ currentTarget }) => setGiven({ ...given, [id]: currentTarget.value })} />)}
      </div>
      <div><Button disabled={!definition?.url} loading={ask.isPending} onClick={() => { if (definition) ask.mutate(definition); }}>{t('plugins.send')}</Button></div>
      <div aria-live="polite" className={styles.entries}>
        {ask.error && <p className={styles.bad}>{sentenceOf(ask.error)}</p>}
        {answer && !answer.ok && <p className={styles.bad}>{answer.error}</p>}
        {answer?.ok && (
          <>
            <p className={styles.help}><bdi>{answer.asked}</bdi>: {t('plugins.answered', { status: answer.status, ms: answer.ms })}</p>
            {answer.problem && <p className={styles.bad}>{answer.problem}</p>}
            {Object.keys(answer.values).length > 0 && <dl className={styles.taken} aria-label={t('plugins.taken')}>{Object.entries(answer.values).map(([name, value]) => <div key={name} style={{ display: 'contents' }}><dt>{name}</dt><dd dir="auto">{typeof value === 'string' ? value : JSON.stringify(value)}</dd></div>)}</dl>}
            {/* Whoever reads with the keyboard must be able to scroll it. */}
            <pre className={styles.answer} tabIndex={0} aria-label={t('plugins.body')}>{answer.isJson ? JSON.stringify(answer.value, null, 2) : String(answer.value)}</pre>
          </>
        )}
      </div>
    </section>
  );
}

/** What was typed as a value of its type; undefined when nothing was, the text itself where it is none. */
function readValue(text: string, type: ValueType): Json | undefined {
  if (text.trim() === '') return undefined;
  if (type.kind === 'number') return Number.isFinite(Number(text)) ? Number(text) : text;
  if (type.kind === 'boolean') return /^(true|yes|1)$/i.test(text.trim());
  if (type.kind !== 'list' && type.kind !== 'object' && type.kind !== 'file') return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
