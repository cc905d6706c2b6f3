import { Select } from '@mantine/core';
import type { FlowSet } from '@parley/shared/flow/document';
import { useTranslation } from 'react-i18next';

/** Which flow of a version is shown; nothing to choose where there is one. `countOf` says how much differs in each; `wide` fills a line of its own. */
export function FlowSelect({ set, value, nameOf, countOf, onChange, wide = false }: { set: FlowSet; value: string; nameOf: (flow: string) => string; countOf?: (flow: string) => number; onChange: (flow: string) => void; wide?: boolean }) {
  const { t } = useTranslation();
  const flows = Object.keys(set.flows);
  if (flows.length < 2) return null;
  const label = (id: string): string => (countOf ? t('compare.flow', { flow: nameOf(id), count: countOf(id) }) : nameOf(id));
  return <Select aria-label={t('compare.flows')} size="xs" w={wide ? '100%' : 180} value={value} allowDeselect={false} data={flows.map((id) => ({ value: id, label: label(id) }))} onChange={(next) => { if (next) onChange(next); }} />;
}
