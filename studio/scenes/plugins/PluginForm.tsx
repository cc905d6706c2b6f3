import { pluginBodySchema } from '@parley/shared/api/plugins';
import type { Plugin } from '@parley/shared/api/plugins';
import type { JsonObject } from '@parley/shared/lib/json';
import { formOf } from '@parley/shared/nodes/formOf';
import { pluginDefinitionSchema, pluginReference } from '@parley/shared/nodes/pluginDefinition';
import type { PluginDefinition } from '@parley/shared/nodes/pluginDefinition';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure, sentenceOf } from '../../api/ApiFailure.ts';
import { changePlugin, createPlugin, pluginsQuery } from '../../api/plugins.ts';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { PlainFields } from './PlainField.tsx';
import { TryPlugin } from './TryPlugin.tsx';
import styles from './Plugins.module.css';

/** A definition as a form made of its schema: kept as new, or as the next version of a plugin. */
export function PluginForm({ definition, changes, onClose }: { definition: PluginDefinition; changes?: Plugin; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [data, setData] = useState<JsonObject>(() => JSON.parse(JSON.stringify(definition)) as JsonObject);
  const [tried, setTried] = useState(false);
  const { version: _, ...body } = data;
  const parsed = pluginBodySchema.safeParse(body);
  const save = useMutation({
    mutationFn: (wanted: NonNullable<typeof parsed.data>) => (changes ? changePlugin(changes.definition.version, wanted) : createPlugin(wanted)),
    async onSuccess({ definition: kept }) {
      toast(t('plugins.saved', { reference: pluginReference(kept) }));
      await queries.invalidateQueries({ queryKey: pluginsQuery.queryKey });
      onClose();
    },
  });
  // What the server says about one field stands at it; until the first try to keep it, an unfinished form is no mistake.
  const problems = [...(save.error instanceof ApiFailure ? save.error.fields : []), ...(tried && !parsed.success ? parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) : [])];
  const wrongAt = (at: string): string | undefined => problems.find(({ path }) => path === at || path === `definition.${at}`)?.message;
  const elsewhere = save.error && problems.length === 0 ? sentenceOf(save.error) : undefined;
  const submit = (): void => {
    setTried(true);
    if (parsed.success) save.mutate(parsed.data);
  };
  return (
    <Dialog opened onClose={onClose} size={720} title={changes ? t('plugins.change', { name: changes.definition.name }) : t('plugins.new')}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        {changes && <p className={styles.help} style={{ marginBottom: 12 }}>{t('plugins.versionNote', { version: changes.definition.version + 1, count: changes.usedBy.length })}</p>}
        <div className={styles.fields}>
          <PlainFields fields={formOf({ schema: pluginDefinitionSchema })} at="" data={data} wrongAt={wrongAt} onChange={setData} fixed={changes ? ['key'] : []} />
        </div>
        <TryPlugin definition={parsed.success ? parsed.data : undefined} />
        {elsewhere && <p role="alert" className={styles.bad}>{elsewhere}</p>}
        {tried && !parsed.success && <p role="alert" className={styles.bad}>{t('plugins.unfinished')}</p>}
        <FormFoot verb={changes ? t('plugins.saveVersion', { version: changes.definition.version + 1 }) : t('plugins.create')} busy={save.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
