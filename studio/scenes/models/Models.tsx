import { Button } from '@mantine/core';
import { modelRoles } from '@parley/shared/machine/modelCall';
import { IconBrain, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { modelsQuery } from '../../api/models.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Page } from '../../ui/Page.tsx';
import { EndpointCard } from './EndpointCard.tsx';
import { EndpointForm } from './EndpointForm.tsx';
import { ModelForm } from './ModelForm.tsx';
import { ModelsBones } from './ModelsBones.tsx';
import type { Opened } from './opened.ts';
import { RoleCard } from './RoleCard.tsx';
import styles from './Models.module.css';

/** Language models: where they answer, what each is used for and in which order, what they took. */
export function Models() {
  const { t } = useTranslation();
  const registry = useQuery(modelsQuery);
  const [open, setOpen] = useState<Opened>();
  const add = <Button variant="ink" leftSection={<IconPlus size={16} stroke={1.75} />} onClick={() => setOpen({})}>{t('models.newEndpoint')}</Button>;
  const { data } = registry;
  const close = () => setOpen(undefined);
  return (
    <Page title={t('models.title')} actions={data && data.endpoints.length > 0 && add}>
      {registry.isPending && <ModelsBones />}
      {registry.error && !data && <ErrorState title={t('models.failed')} text={t('page.failedHelp')} details={sentenceOf(registry.error)} action={<Button onClick={() => void registry.refetch()}>{t('common.tryAgain')}</Button>} />}
      {data && data.endpoints.length === 0 && <EmptyState icon={<IconBrain size={20} stroke={1.75} />} text={t('models.empty')} action={add} />}
      {data && data.endpoints.length > 0 && (
        <>
          <section className={styles.part} aria-label={t('models.roles')}>
            <div className={styles.head}><h2>{t('models.roles')}</h2></div>
            <div className={styles.roles}>{modelRoles.map((role) => <RoleCard key={role} role={role} registry={data} />)}</div>
          </section>
          <section aria-label={t('models.endpoints')}>
            {data.endpoints.map((endpoint) => <EndpointCard key={endpoint.id} endpoint={endpoint} roles={data.roles} onOpen={setOpen} />)}
          </section>
        </>
      )}
      {data && data.standInCalls > 0 && <p className={styles.quiet}>{t('models.standInCalls', { count: data.standInCalls })}</p>}
      {open && ('of' in open ? <ModelForm endpoint={open.of} {...(open.model && { changing: open.model })} onClose={close} /> : <EndpointForm {...(open.endpoint && { changing: open.endpoint })} onClose={close} />)}
    </Page>
  );
}
