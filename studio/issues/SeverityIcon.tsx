import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { Severity } from '@parley/shared/issues/issue';
import { useTranslation } from 'react-i18next';
import styles from './IssuesDock.module.css';

const shapes = { error: IconAlertOctagon, warning: IconAlertTriangle, info: IconInfoCircle };

/** The shape of a severity: octagon, triangle, circle; never colour alone. */
export function SeverityIcon({ severity, size = 16 }: { severity: Severity; size?: 14 | 16 }) {
  const { t } = useTranslation();
  const Shape = shapes[severity];
  return <span className={styles[severity]} style={{ display: 'inline-flex', flex: 'none' }}><Shape size={size} stroke={1.75} role="img" aria-label={t(`issues.${severity}`)} /></span>;
}
