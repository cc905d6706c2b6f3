import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './CopyLine.module.css';

/** A line to be taken elsewhere, in mono, with its button. */
export function CopyLine({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.line}>
      <code>{text}</code>
      <CopyButton value={text}>
        {({ copied, copy }) => <Button size="md" onClick={copy} leftSection={copied ? <IconCheck size={16} stroke={1.75} /> : <IconCopy size={16} stroke={1.75} />}><span aria-live="polite">{copied ? t('share.copied') : t('share.copy')}</span></Button>}
      </CopyButton>
    </div>
  );
}
