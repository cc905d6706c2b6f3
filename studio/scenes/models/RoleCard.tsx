import { Select } from '@mantine/core';
import type { ModelRegistry } from '@parley/shared/api/models';
import type { ModelRole } from '@parley/shared/machine/modelCall';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { modelsQuery, orderModels } from '../../api/models.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { toastError } from '../../ui/toast.tsx';
import styles from './Models.module.css';

/** One use of models, with those that serve it in the order in which they are tried. */
export function RoleCard({ role, registry }: { role: ModelRole; registry: ModelRegistry }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const ids = registry.roles[role];
  const order = useMutation({
    mutationFn: (next: readonly string[]) => orderModels(role, next),
    async onSuccess(changed) {
      queries.setQueryData(modelsQuery.queryKey, changed);
      await queries.invalidateQueries({ queryKey: ['modelRoles'] });
    },
    onError: (error) => toastError(sentenceOf(error)),
  });
  const all = registry.endpoints.flatMap((endpoint) => endpoint.models.map(({ id, name }) => ({ value: id, label: `${name} (${endpoint.name})`, name, from: endpoint.name })));
  const serving = ids.flatMap((id) => all.find(({ value }) => value === id) ?? []);
  const swapped = (at: number, by: number): string[] => {
    const next = [...ids];
    const [moved] = next.splice(at, 1);
    if (moved !== undefined) next.splice(at + by, 0, moved);
    return next;
  };
  const title = t(`models.roleTitle.${role}`);
  const rest = all.filter(({ value }) => !ids.includes(value));
  return (
    <section className={styles.role} aria-label={title}>
      <div className={styles.head}><h3>{title}</h3></div>
      <p className={styles.quiet}>{t(`models.roleHelp.${role}`)}</p>
      {ids.length === 0 && <p className={styles.quiet}>{t(role === 'fast' || role === 'best' ? 'models.roleEmpty' : 'models.roleNone')}</p>}
      <ol>
        {serving.map(({ value, label, name, from }, at) => (
          <li key={value}>
            <span className={styles.served}><bdi className="cut" title={label}>{name}</bdi><small className="cut" dir="auto">{from}</small></span>
            {serving.length > 1 && <IconButton label={t('models.up', { name: label })} disabled={at === 0 || order.isPending} onClick={() => order.mutate(swapped(at, -1))}><IconArrowUp size={16} stroke={1.75} /></IconButton>}
            {serving.length > 1 && <IconButton label={t('models.down', { name: label })} disabled={at === serving.length - 1 || order.isPending} onClick={() => order.mutate(swapped(at, 1))}><IconArrowDown size={16} stroke={1.75} /></IconButton>}
            <IconButton label={t('models.takeOut', { name: label, role: title })} disabled={order.isPending} onClick={() => order.mutate(ids.filter((other) => other !== value))}><IconX size={16} stroke={1.75} /></IconButton>
          </li>
        ))}
      </ol>
      {rest.length > 0 && <Select openOnFocus={false} aria-label={t('models.addToRole', { role: title })} placeholder={t('models.newModel')} data={rest} value={null} onChange={(id) => { if (id) order.mutate([...ids, id]); }} />}
    </section>
  );
}
