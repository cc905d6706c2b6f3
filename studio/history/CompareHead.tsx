import { Button, Select } from '@mantine/core';
import type { Change } from '@parley/shared/api/releases';
import type { FlowSet } from '@parley/shared/flow/document';
import { IconArrowLeft, IconArrowsExchange, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/IconButton.tsx';
import { FlowSelect } from './FlowSelect.tsx';
import type { HistoryLine } from './useHistory.ts';
import styles from './Compare.module.css';

const signs = [['added', 'new', IconPlus], ['changed', 'changed', IconPencil], ['removed', 'removed', IconMinus]] as const;

/** Which two versions are compared, in which flow, and what the signs mean. `sides` chooses between them where a small window shows one. */
export function CompareHead({ from, to, line, nameOf, onChange, onClose, both, flow, nameOfFlow, countOf, onFlow, changes, sides }: {
  from: string; to: string; line: HistoryLine; nameOf: (point: string) => string; onChange: (from: string, to: string) => void; onClose: () => void;
  both: FlowSet | undefined; flow: string; nameOfFlow: (flow: string) => string; countOf: (flow: string) => number; onFlow: (flow: string) => void; changes: readonly Change[]; sides?: ReactNode;
}) {
  const { t } = useTranslation();
  const known = [...line.versions.map(({ id }) => `version:${id}`), ...line.releases.map(({ id }) => `release:${id}`)];
  const steps = [from, to].filter((point) => /^(step|before):/.test(point));
  const options = (points: readonly string[]) => [...new Set(points)].map((value) => ({ value, label: nameOf(value) }));
  const data = [
    { group: t('compare.group'), items: [{ value: 'now', label: t('history.now') }] },
    { group: t('compare.chosen'), items: options(steps) },
    { group: t('compare.named'), items: options(known.filter((point) => point.startsWith('version:'))) },
    { group: t('compare.published'), items: options(known.filter((point) => point.startsWith('release:'))) },
  ].filter(({ items }) => items.length > 0);
  const count = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind && !change.moved).length;
  const moved = changes.filter((change) => change.moved).length;
  return (
    <header className={styles.head}>
      {sides
        ? <IconButton label={t('compare.close')} size="lg" onClick={onClose}><IconArrowLeft className="mirror" size={18} stroke={1.75} /></IconButton>
        : <Button size="xs" leftSection={<IconArrowLeft className="mirror" size={16} stroke={1.75} aria-hidden="true" />} onClick={onClose}>{t('compare.close')}</Button>}
      <span className={styles.pair}>
        <Select aria-label={t('compare.from')} size="xs" className={styles.which ?? ''} value={from} data={data} allowDeselect={false} onChange={(next) => { if (next) onChange(next, to); }} />
        <IconButton label={t('compare.swap')} size="xs" onClick={() => onChange(to, from)}><IconArrowsExchange size={16} stroke={1.75} /></IconButton>
        <Select aria-label={t('compare.to')} size="xs" className={styles.which ?? ''} value={to} data={data} allowDeselect={false} onChange={(next) => { if (next) onChange(from, next); }} />
      </span>
      {both && <FlowSelect set={both} value={flow} nameOf={nameOfFlow} countOf={countOf} onChange={onFlow} wide={sides !== undefined} />}
      <ul className={styles.legend}>
        {signs.map(([kind, mark, Sign]) => <li key={kind}><i data-mark={mark}><Sign size={12} stroke={2} aria-hidden="true" /></i>{t(`compare.${mark}`, { count: count(kind) })}</li>)}
        {moved > 0 && <li>{t('compare.moved', { count: moved })}</li>}
      </ul>
      {sides}
    </header>
  );
}
