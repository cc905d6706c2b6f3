import { ordered } from '@parley/shared/nodes/fieldKinds';
import { useTranslation } from 'react-i18next';
import { FieldFrame } from '../FieldFrame.tsx';
import type { FieldProps } from '../fieldContext.ts';
import { FieldView } from '../FieldView.tsx';
import { usePinnedPlugin } from '../usePinnedPlugin.ts';
import styles from '../Field.module.css';

/** Where what a plugin gives is kept: one variable for each of its outputs. */
export function PluginResultsField(props: FieldProps) {
  const { t } = useTranslation();
  const { field, path, value } = props;
  const plugin = usePinnedPlugin();
  const inner = field.fields.find(({ name }) => name === 'variable');
  if (!plugin || !inner) return null;
  const given = ordered(plugin.outputs).filter(([, { name, comes }]) => name !== '' && (plugin.kind === 'callback' || comes === 'answer'));
  const data = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  return (
    <FieldFrame {...props}>
      {given.length === 0 && <p className={styles.hint}>{t('plugins.givesNothing')}</p>}
      <div className={styles.stack}>
        {given.map(([id, { name, label, type, comes }]) => {
          const entry = data[id];
          const kept = typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? entry['variable'] : undefined;
          const help = plugin.kind === 'callback' && comes === 'answer' ? t('plugins.forMessage') : undefined;
          return <FieldView key={id} field={{ ...inner, meta: { ...inner.meta, label: label || name, holds: { type }, ...(help && { help }) } }} path={[...path, id, 'variable']} value={kept ?? ''} />;
        })}
      </div>
    </FieldFrame>
  );
}
