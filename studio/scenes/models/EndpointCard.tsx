import { Button } from '@mantine/core';
import type { LanguageModel, ModelEndpoint, ModelRegistry } from '@parley/shared/api/models';
import { modelRoles } from '@parley/shared/machine/modelCall';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { deleteEndpoint, removeModel } from '../../api/models.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { RowMenu } from '../../ui/RowMenu.tsx';
import { Table } from '../../ui/Table.tsx';
import { toast, toastError } from '../../ui/toast.tsx';
import type { Opened } from './opened.ts';
import { TryModel } from './TryModel.tsx';
import styles from './Models.module.css';

const figure = (value: number): string => value.toLocaleString(undefined, { maximumSignificantDigits: 6 });

/** An endpoint with its models: prices, what each took, a test. */
export function EndpointCard({ endpoint, roles, onOpen }: { endpoint: ModelEndpoint; roles: ModelRegistry['roles']; onOpen: (opened: Opened) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [removing, setRemoving] = useState<{ name: string; model?: LanguageModel }>();
  const remove = useMutation({
    mutationFn: ({ model }: { model?: LanguageModel }) => (model ? removeModel(model.id) : deleteEndpoint(endpoint.id)),
    async onSuccess() {
      toast(t('models.removed'));
      await Promise.all([queries.invalidateQueries({ queryKey: ['models'] }), queries.invalidateQueries({ queryKey: ['modelRoles'] })]);
    },
    onError: (error) => toastError(sentenceOf(error)),
    onSettled: () => setRemoving(undefined),
  });
  const columns = [{ title: t('models.model') }, { title: t('models.prices'), width: '15%', right: true }, { title: t('models.calls'), width: '15%', right: true }, { title: t('models.tokens'), width: '16%', right: true }, { title: t('models.cost'), width: '11%', right: true }, { title: t('models.actionsTitle'), width: '60px', hidden: true }];
  return (
    <section className={styles.part} aria-label={endpoint.name}>
      <div className={`${styles.head} ${styles.endpoint}`}>
        <h2><bdi>{endpoint.name}</bdi></h2>
        {endpoint.private && <Chip small>{t('models.private')}</Chip>}
        {!endpoint.hasKey && <Chip small>{t('models.noKey')}</Chip>}
        <span className={`${styles.quiet} ${styles.address} cut`} dir="ltr" title={endpoint.baseUrl}>{endpoint.baseUrl}</span>
        <Button leftSection={<IconPlus size={16} stroke={1.75} />} onClick={() => onOpen({ of: endpoint })}>{t('models.newModel')}</Button>
        <Actions name={endpoint.name} onEdit={() => onOpen({ endpoint })} onRemove={() => setRemoving({ name: endpoint.name })} />
      </div>
      {endpoint.models.length === 0 ? <p className={styles.quiet}>{t('models.noModels')}</p> : (
        <div className={styles.models}><Table label={endpoint.name} columns={columns} tall>
          {endpoint.models.map((model) => (
            <tr key={model.id}>
              <td><TryModel model={model} role={modelRoles.find((role) => roles[role].includes(model.id)) ?? 'fast'} /></td>
              <td data-wide-only data-right>{figure(model.priceIn)} / {figure(model.priceOut)}</td>
              <td data-wide-only data-right>{model.spent.failed > 0 ? t('models.callsFailed', { calls: figure(model.spent.calls), failed: figure(model.spent.failed) }) : figure(model.spent.calls)}</td>
              <td data-wide-only data-right>{figure(model.spent.tokensIn)} / {figure(model.spent.tokensOut)}</td>
              <td data-right><span className={styles.costs}>{t('models.cost')} </span>{figure(model.spent.cost)}</td>
              <td><Actions name={model.name} onEdit={() => onOpen({ of: endpoint, model })} onRemove={() => setRemoving({ name: model.name, model })} /></td>
            </tr>
          ))}
        </Table></div>
      )}
      <Confirm opened={removing !== undefined} onClose={() => setRemoving(undefined)} title={t('models.removeTitle', { name: removing?.name ?? '' })} text={t(removing?.model ? 'models.removeModelText' : 'models.removeEndpointText')} verb={t('models.remove')} busy={remove.isPending} onConfirm={() => removing && remove.mutate(removing)} />
    </section>
  );
}

function Actions({ name, onEdit, onRemove }: { name: string; onEdit: () => void; onRemove: () => void }) {
  const { t } = useTranslation();
  return <span className={styles.more}><RowMenu label={t('models.actions', { name })} edit={t('models.edit')} remove={t('models.remove')} onEdit={onEdit} onRemove={onRemove} /></span>;
}
