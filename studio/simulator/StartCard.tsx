import { Button, Select, TextInput } from '@mantine/core';
import { fits } from '@parley/shared/expressions/fits';
import type { Json, JsonObject } from '@parley/shared/lib/json';
import type { Machine } from '@parley/shared/machine/machine';
import type { GoldenStart } from '@parley/shared/nodes/golden';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodePlace } from './host/litPath.ts';
import type { Snapshot } from '@parley/shared/machine/snapshot';
import { takeFocus } from '../ui/takeFocus.ts';
import { neededFrom } from './neededFrom.ts';
import { readValue, writtenValue } from './readValue.ts';
import styles from './OutsideCard.module.css';

/** Asks what is known when a conversation comes to a node, and begins there. Filled with what the last conversation knew. */
export function StartCard({ machine, place, title, known, onBegin, onCancel }: { machine: Machine; place: NodePlace; title: string; known: Snapshot | null; onBegin: (start: GoldenStart) => void; onCancel: () => void }) {
  const { t } = useTranslation();
  const needed = neededFrom(machine, place);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(needed.flatMap(({ name, type, home }): [string, string][] => {
    const value = home === machine.main ? known?.variables[name] : known?.frames.findLast(({ flow }) => flow === home)?.locals[name];
    return fits(type, value) && value !== undefined ? [[`${home} ${name}`, writtenValue(type, value)]] : [];
  })));
  const rows = needed.map((variable) => {
    const text = texts[`${variable.home} ${variable.name}`] ?? '';
    const value = text === '' ? undefined : readValue(variable.type, text);
    return { ...variable, text, value, wrong: text !== '' && value === undefined };
  });
  const valuesOf = (mine: (home: string) => boolean): JsonObject => Object.fromEntries(rows.flatMap(({ name, home, value }): [string, Json][] => (mine(home) && value !== undefined ? [[name, value]] : [])));
  const begin = (): void => {
    if (rows.some(({ wrong }) => wrong)) return;
    const [variables, locals] = [valuesOf((home) => home === machine.main), valuesOf((home) => home !== machine.main)];
    onBegin({
      at: place.flow === machine.main ? place.node : `${place.flow}:${place.node}`,
      ...(Object.keys(variables).length > 0 && { variables }), ...(Object.keys(locals).length > 0 && { locals }),
    });
  };
  return (
    // Escape leaves it from whatever has the focus inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form className={styles.card} data-first aria-label={t('sim.from.title', { node: title })} onSubmit={(event) => { event.preventDefault(); begin(); }} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onCancel(); } }}>
      <h3>{t('sim.from.title', { node: title })}</h3>
      {rows.length > 0 && <p className={styles.asked}>{t('sim.from.needs')}. {t('sim.from.unset')}</p>}
      {rows.map(({ name, home, type, text, wrong }, at) => {
        const common = { size: 'sm', label: name, error: wrong && t('sim.variable.misfit', { type: t(`type.${type.kind}`, { defaultValue: type.kind }) }) } as const;
        const change = (next: string): void => setTexts((before) => ({ ...before, [`${home} ${name}`]: next }));
        return type.kind === 'boolean'
          ? <Select key={`${home} ${name}`} {...common} value={text === '' ? null : text} clearable onChange={(next) => change(next ?? '')} data={[{ value: 'true', label: t('variable.true') }, { value: 'false', label: t('variable.false') }]} />
          : <TextInput key={`${home} ${name}`} {...common} ref={at === 0 ? takeFocus : undefined} placeholder={t('simulator.notSet')} value={text} onChange={(event) => change(event.currentTarget.value)} />;
      })}
      <div className={styles.ways}>
        <Button type="submit" variant="ink" size="sm" disabled={rows.some(({ wrong }) => wrong)}>{t('sim.from.begin')}</Button>
        <Button size="sm" onClick={onCancel}>{t('sim.from.cancel')}</Button>
      </div>
    </form>
  );
}
