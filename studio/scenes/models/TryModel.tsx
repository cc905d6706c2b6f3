import { Button } from '@mantine/core';
import type { LanguageModel } from '@parley/shared/api/models';
import type { ModelRole } from '@parley/shared/machine/modelCall';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { tryModel } from '../../api/models.ts';
import styles from './Models.module.css';

/** A model's name, and a button that asks it something small, for real, and shows what it said and took. */
export function TryModel({ model, role }: { model: LanguageModel; role: ModelRole }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const attempt = useMutation({ mutationFn: () => tryModel(model.id, role), onSettled: () => queries.invalidateQueries({ queryKey: ['models'] }) });
  const { data, error } = attempt;
  return (
    <>
      <div className={styles.model}>
        <bdi className="cut" title={model.name}>{model.name}</bdi>
        <Button size="sm" flex="none" loading={attempt.isPending} aria-label={t('models.tryLong', { name: model.name })} onClick={() => attempt.mutate()}>{t('models.try')}</Button>
      </div>
      <div role="status">
        {data && <p className={styles.tried} data-bad={!data.ok || undefined}><bdi>{data.says}</bdi> {t('models.tried', { ms: data.ms, tokens: data.tokensIn + data.tokensOut, cost: Number(data.cost.toPrecision(3)) })}</p>}
        {error && <p className={styles.tried} data-bad>{sentenceOf(error)}</p>}
      </div>
    </>
  );
}
