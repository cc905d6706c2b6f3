import { showValue } from '@parley/shared/expressions/showValue';
import type { Json } from '@parley/shared/lib/json';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../ui/Chip.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import type { VariableNow } from './host/variables.ts';
import styles from './Simulator.module.css';

/** More than these that nobody has set are folded: the phone needs the room. */
const most = 4;

/** Variables as they stand after the step that is looked at; personal ones are masked until somebody wants to see them. */
export function Variables({ variables, records, onForget }: { variables: VariableNow[]; records: number; onForget: () => void }) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  if (variables.length === 0 && records === 0) return null;
  const set = variables.filter(({ value, changed }) => value !== undefined || changed);
  const unset = variables.length - set.length;
  const folded = unset > most && !all;
  const toggle = (name: string): void => {
    const next = new Set(seen);
    if (!next.delete(name)) next.add(name);
    setSeen(next);
  };
  return (
    <section className={styles.variables} aria-label={t('simulator.variables')} tabIndex={0}>
      <dl>
        {(folded ? set : variables).map((variable) => {
          const { name, value, personal, changed, flow } = variable;
          const masked = personal && !seen.has(name);
          const shown = shownValue(variable);
          return (
            <div key={`${flow ?? ''} ${name}`}>
              <dt title={flow === undefined ? name : t('simulator.own', { name })}>{name}</dt>
              <dd>
                {value === undefined && <span data-quiet>{t('simulator.notSet')}</span>}
                {value !== undefined && !masked && <bdi title={shown}>{shown}</bdi>}
                {value !== undefined && masked && <span><span aria-hidden="true">••••••</span><span className="sr">{t('simulator.masked')}</span></span>}
                {personal && value !== undefined && <IconButton size="xs" label={t(masked ? 'simulator.show' : 'simulator.hide', { name })} onClick={() => toggle(name)}>{masked ? <IconEye size={12} stroke={2} /> : <IconEyeOff size={12} stroke={2} />}</IconButton>}
                {changed && <Chip tone="thread" small>{t('simulator.changed')}</Chip>}
              </dd>
            </div>
          );
        })}
        {unset > most && <div><dd><button type="button" className={styles.link} aria-expanded={!folded} onClick={() => setAll(folded)}>{t(folded ? 'simulator.showUnset' : 'simulator.hideUnset', { count: unset })}</button></dd></div>}
        {records > 0 && <div><dt>{t('simulator.records')}</dt><dd><span>{t('simulator.kept', { count: records })}</span><button type="button" className={styles.link} onClick={onForget}>{t('simulator.forget')}</button></dd></div>}
      </dl>
    </section>
  );
}

/** A value in one line, as it is stored: dates stay `2026-11-21`, so that they can be compared with conditions. */
function shownValue({ value, type }: VariableNow): string {
  if (value === undefined) return '';
  if (type.kind === 'number' || type.kind === 'boolean') return String(value);
  if (type.kind === 'file') return showValue(value, type, noFacts);
  return textOf(value);
}

function textOf(value: Json): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : value.map(textOf).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value).map(([name, inner]) => `${name}: ${textOf(inner)}`).join(', ');
}

const noFacts = { now: '1970-01-01T00:00:00.000Z', zone: 'UTC', offsets: [], language: 'en', seed: 0, channel: 'web', contact: { id: '', name: '' } };
