import { ordered } from '@parley/shared/nodes/fieldKinds';
import { useTranslation } from 'react-i18next';
import { FieldFrame } from '../FieldFrame.tsx';
import type { FieldProps } from '../fieldContext.ts';
import { FieldView } from '../FieldView.tsx';
import { usePinnedPlugin } from '../usePinnedPlugin.ts';
import styles from '../Field.module.css';

/** What a plugin is given: one expression for each of its inputs, of the type it wants. */
export function PluginInputsField(props: FieldProps) {
  const { t } = useTranslation();
  const { field, path, value } = props;
  const plugin = usePinnedPlugin();
  const inner = field.fields.find(({ name }) => name === 'value');
  if (!plugin || !inner) return null;
  const wanted = ordered(plugin.inputs).filter(([, { name }]) => name !== '');
  const data = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  return (
    <FieldFrame {...props}>
      {wanted.length === 0 && <p className={styles.hint}>{t('plugins.wantsNothing')}</p>}
      <div className={styles.stack}>
        {wanted.map(([id, { name, label, type, required, help }]) => {
          const entry = data[id];
          const kept = typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? entry['value'] : undefined;
          const meta = { ...inner.meta, label: required ? label || name : t('plugins.optional', { name: label || name }), expects: type, ...(help && { help }) };
          return <FieldView key={id} field={{ ...inner, meta }} path={[...path, id, 'value']} value={kept ?? ''} />;
        })}
      </div>
    </FieldFrame>
  );
}
