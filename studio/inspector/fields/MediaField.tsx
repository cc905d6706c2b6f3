import { mediaSchema } from '@parley/shared/messages/incoming';
import { IconFile, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/IconButton.tsx';
import { FieldFrame } from '../FieldFrame.tsx';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';
import styles from '../Field.module.css';

/** A file that is sent: its name and size, and a way to take it away. */
export function MediaField(props: FieldProps) {
  const { t } = useTranslation();
  const { path, value } = props;
  const { set, readOnly } = useFieldContext();
  const parsed = mediaSchema.safeParse(value);
  return (
    <FieldFrame {...props}>
      {parsed.success ? (
        <div className={styles.opt}>
          <IconFile size={16} stroke={1.75} aria-hidden="true" /><span className="cut">{parsed.data.name}</span>
          <span className={styles.tail}>{t('field.kilobytes', { size: Math.max(1, Math.round(parsed.data.bytes / 1_000)) })}{!readOnly && <IconButton label={t('field.removeFile')} size="xs" onClick={() => set(path, null)}><IconX size={14} stroke={1.75} /></IconButton>}</span>
        </div>
      ) : <p className={styles.hint}>{t('field.noFile')}</p>}
    </FieldFrame>
  );
}
