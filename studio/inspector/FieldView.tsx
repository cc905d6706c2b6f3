import type { Json } from '@parley/shared/lib/json';
import type { FormField } from '@parley/shared/nodes/formOf';
import { isShown } from '@parley/shared/nodes/walkFields';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUi } from '../store/designerContext.ts';
import { useFieldContext } from './fieldContext.ts';
import type { FieldProps } from './fieldContext.ts';
import styles from './Field.module.css';

/** The control of one field, by the widget it names. */
export function FieldView(props: FieldProps) {
  const { controls } = useFieldContext();
  const Control = controls[props.field.meta.widget];
  return <Control {...props} />;
}

/** Fields one below the other; what is rarely needed is folded under "More", which names it. */
export function FieldList({ fields, path, data, keysOfFirst }: { fields: readonly FormField[]; path: readonly string[]; data: Readonly<Record<string, Json>>; keysOfFirst?: FieldProps['onKeyDown'] }) {
  const { t } = useTranslation();
  const { issues } = useFieldContext();
  const wish = useUi((state) => state.wish);
  const shown = fields.filter(({ meta }) => isShown(meta, data));
  const plain = shown.filter(({ meta }) => !meta.advanced);
  const folded = shown.filter(({ meta }) => meta.advanced);
  const [opened, setOpened] = useState(false);
  const at = (name: string): string => [...path, name].join('.');
  // Never hide what is wrong, what somebody wants to go to, or what is in use.
  const wanted = folded.some(({ name, initial }) => wish?.field.startsWith(at(name)) || issues.some(({ field }) => field?.startsWith(at(name))) || !same(data[name], initial));
  const view = (field: FormField) => <FieldView key={field.name} field={helpful(field, data)} path={[...path, field.name]} value={data[field.name]} {...(keysOfFirst && field === plain[0] && { onKeyDown: keysOfFirst })} />;
  return (
    <>
      {plain.map(view)}
      {folded.length > 0 && !wanted && (
        <button type="button" className={styles.fold} aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {opened ? <IconChevronDown size={14} stroke={1.75} aria-hidden="true" /> : <IconChevronRight size={14} stroke={1.75} aria-hidden="true" />}{opened ? t('common.less') : t('common.more')}
          {!opened && <span className={`${styles.folded} cut`}>{folded.map(({ meta }) => meta.label).join(', ')}</span>}
        </button>
      )}
      {(opened || wanted) && folded.map(view)}
    </>
  );
}

/** The field, without a help that says nothing of what is chosen beside it. */
function helpful(field: FormField, data: Readonly<Record<string, Json>>): FormField {
  const { help: _help, helpWhen, ...meta } = field.meta;
  return !helpWhen || isShown({ showWhen: helpWhen }, data) ? field : { ...field, meta };
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
