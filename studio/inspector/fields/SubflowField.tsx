import { Button, Select } from '@mantine/core';
import { IconArrowRight, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { NewSubflow } from '../NewSubflow.tsx';
import { useDesigner } from '../../store/designerContext.ts';
import { FieldFrame, fieldId, useFieldIssues } from '../FieldFrame.tsx';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';

/** Another flow of the bot: chosen, made or opened from here. */
export function SubflowField(props: FieldProps) {
  const { t } = useTranslation();
  const { book, flowId, openFlow } = useDesigner();
  const { path, value } = props;
  const { owner, set, readOnly } = useFieldContext();
  const { tone } = useFieldIssues(path);
  const [making, setMaking] = useState(false);
  const flows = useStore(book.flows);
  const data = Object.values(flows).filter(({ head }) => head.id !== book.main && head.id !== flowId).map(({ head }) => ({ value: head.id, label: head.name }));
  const chosen = typeof value === 'string' && flows[value] ? value : null;
  return (
    <FieldFrame {...props}>
      <Select openOnFocus={false} id={fieldId(owner, path)} data={data} value={chosen} readOnly={readOnly} error={tone === 'error'} placeholder={data.length > 0 ? t('subflow.choose') : t('subflow.noneYet')} nothingFoundMessage={t('subflow.noneYet')} onChange={(next) => set(path, next ?? '')} />
      <div style={{ display: 'flex', gap: 4, marginInlineStart: -8 }}>
        {chosen && <Button size="sm" variant="subtle" rightSection={<IconArrowRight size={14} stroke={1.75} />} onClick={() => openFlow(chosen, owner)}>{t('subflow.open')}</Button>}
        {!readOnly && <Button size="sm" variant="subtle" leftSection={<IconPlus size={14} stroke={1.75} />} onClick={() => setMaking(true)}>{t('subflow.make')}</Button>}
      </div>
      <NewSubflow opened={making} onClose={() => setMaking(false)} onMade={(id) => set(path, id)} />
    </FieldFrame>
  );
}
