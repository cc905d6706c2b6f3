import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import type { LanguageModel, ModelEndpoint } from '@parley/shared/api/models';
import { modelRoles } from '@parley/shared/machine/modelCall';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure, sentenceOf } from '../../api/ApiFailure.ts';
import { addModel, changeModel, modelsQuery } from '../../api/models.ts';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { leftToRight } from '../../ui/directions.ts';
import { toast } from '../../ui/toast.tsx';

/** Adds a model of an endpoint, or changes one. */
export function ModelForm({ endpoint, changing, onClose }: { endpoint: ModelEndpoint; changing?: LanguageModel; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = useState(changing?.name ?? '');
  const [priceIn, setPriceIn] = useState<number | string>(changing?.priceIn ?? 0);
  const [priceOut, setPriceOut] = useState<number | string>(changing?.priceOut ?? 0);
  const [maxOutput, setMaxOutput] = useState<number | string>(changing?.maxOutput ?? '');
  const [roles, setRoles] = useState<string[]>([]);
  const save = useMutation({
    mutationFn: () => {
      const body = { name, priceIn: Number(priceIn), priceOut: Number(priceOut), maxOutput: maxOutput === '' ? null : Number(maxOutput) };
      return changing ? changeModel(changing.id, body) : addModel(endpoint.id, { ...body, roles: modelRoles.filter((role) => roles.includes(role)) });
    },
    async onSuccess(changed) {
      queries.setQueryData(modelsQuery.queryKey, changed);
      toast(t('models.saved'));
      onClose();
      await queries.invalidateQueries({ queryKey: ['modelRoles'] });
    },
  });
  const wrong = save.error instanceof ApiFailure ? save.error.fields : [];
  const wrongAt = (at: string): string | undefined => wrong.find(({ path }) => path === at)?.message;
  const whole = name.trim() !== '';
  return (
    <Dialog opened onClose={onClose} title={changing ? t('models.changeModel', { name: changing.name }) : t('models.newModel')}>
      <form onSubmit={(event) => { event.preventDefault(); if (whole) save.mutate(); }}>
        <div style={{ display: 'flex', flexDirection: 'column', gap: 16 }}>
          <TextInput label={t('models.modelName')} description={t('models.modelNameHelp')} value={name} maxLength={200} attributes={leftToRight} spellCheck={false} data-autofocus onChange={({ currentTarget }) => setName(currentTarget.value)} error={wrongAt('name')} />
          <NumberInput label={t('models.priceIn')} description={t('models.priceHelp')} value={priceIn} min={0} max={100_000} onChange={setPriceIn} error={wrongAt('priceIn')} />
          <NumberInput label={t('models.priceOut')} value={priceOut} min={0} max={100_000} onChange={setPriceOut} error={wrongAt('priceOut')} />
          <NumberInput label={t('models.maxOutput')} description={t('models.maxOutputHelp')} value={maxOutput} min={1} max={1_000_000} allowDecimal={false} onChange={setMaxOutput} error={wrongAt('maxOutput')} />
          {!changing && (
            <Checkbox.Group label={t('models.useFor')} value={roles} onChange={setRoles}>
              <div style={{ display: 'flex', gap: 16, flexWrap: 'wrap', marginTop: 4 }}>{modelRoles.map((role) => <Checkbox key={role} value={role} label={t(`models.roleTitle.${role}`)} />)}</div>
            </Checkbox.Group>
          )}
          {save.error && wrong.length === 0 && <p role="alert" style={{ color: 'var(--parley-bad)' }}>{sentenceOf(save.error)}</p>}
        </div>
        <FormFoot verb={t(changing ? 'models.save' : 'models.add')} busy={save.isPending} complete={whole} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
