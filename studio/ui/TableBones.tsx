import { useTranslation } from 'react-i18next';
import { Bone } from './Bone.tsx';
import styles from './Table.module.css';

/** A table that is still loading: its head, then as many rows as will come, at their height; on a phone without the head. */
export function TableBones({ rows = 6, height = 63 }: { rows?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('common.loading')} style={{ border: '1px solid var(--parley-line)', borderRadius: 12, background: 'var(--parley-surface)' }}>
      <div className={styles.boneHead}><Bone width={72} height={12} /></div>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} style={{ height, display: 'flex', alignItems: 'center', gap: 12, padding: '0 16px', borderBottom: row < rows - 1 ? '1px solid var(--parley-line)' : 0 }}>
          <Bone width={34} height={34} radius={9} /><Bone width={`${28 - (row % 3) * 4}%`} height={14} /><span style={{ flex: 1 }} /><Bone width="12%" height={14} />
        </div>
      ))}
    </div>
  );
}
