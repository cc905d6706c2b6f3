import { useTranslation } from 'react-i18next';

/** Says a number of bytes as people do. */
export function useFileSize(): (bytes: number) => string {
  const { t } = useTranslation();
  return (bytes) => (bytes < 1_000_000 ? t('field.kilobytes', { size: Math.max(1, Math.round(bytes / 1_000)) }) : t('field.megabytes', { size: Math.round(bytes / 100_000) / 10 }));
}
