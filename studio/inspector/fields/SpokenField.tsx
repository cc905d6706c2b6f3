import { useTranslation } from 'react-i18next';
import type { KeyboardEvent } from 'react';
import { FieldFrame, fieldId, useFieldIssues } from '../FieldFrame.tsx';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';
import { limitOf } from '../limitOf.ts';
import { TypedBox } from '../TypedBox.tsx';
import { lengthOf } from '@parley/shared/messages/limits';
import { useFieldText } from '../useFieldText.ts';
import { useTyped } from '../useTyped.ts';
import { useFlowState } from '../../store/designerContext.ts';
import { Chip } from '../../ui/Chip.tsx';
import styles from '../Field.module.css';

/** A text that is typed, in the language chosen: what `text`, `longText` and `keywords` have in common. */
export function SpokenField({ long = false, onKeyDown, ...props }: FieldProps & { long?: boolean }) {
  const { t } = useTranslation();
  const { owner, readOnly } = useFieldContext();
  const { field, path, bare } = props;
  const { text: kept, write, original, state, machine, language } = useFieldText(props);
  const { text, type, flush, problem } = useTyped(kept, write);
  const { tone } = useFieldIssues(path);
  const channels = useFlowState(({ flow }) => flow.settings.channels);
  const limit = limitOf(field.meta.limit, channels);
  const length = lengthOf(text);
  const over = limit !== undefined && length > limit;
  const near = limit !== undefined && (over || length > limit * 0.8 || bare);
  const id = fieldId(owner, path);
  // A key may take the row of an emptied text away: nothing of it may be waiting to be written then.
  return (
    <FieldFrame {...props} problem={problem} right={near && !bare ? <span className={`${styles.count} ${over ? styles.over : ''}`}>{length}/{limit}</span> : machine && <Chip tone="info" small>{t('field.machine')}</Chip>}>
      <TypedBox
        id={id} text={text} onType={type} onLeave={flush} template={field.meta.template === true} long={long} tone={problem ? 'error' : tone ?? (over ? 'warning' : undefined)} missing={original !== undefined && state === 'missing'} language={language} readOnly={readOnly}
        describedBy={`${id}-hint`} {...(bare && { label: field.meta.label })} {...(original ? { placeholder: original } : bare && { placeholder: field.meta.label })} {...(onKeyDown && { onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => { if (event.currentTarget.value === '') flush(); onKeyDown(event); } })}
      />
      {original && state !== 'missing' && !bare && <p className={styles.original}>{state === 'outdated' ? t('field.originalChanged', { original }) : original}</p>}
    </FieldFrame>
  );
}
