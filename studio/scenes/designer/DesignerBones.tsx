import { useTranslation } from 'react-i18next';
import { Bone } from '../../ui/Bone.tsx';
import styles from './Designer.module.css';

/** The designer while it loads: its own layout in grey. */
export function DesignerBones() {
  const { t } = useTranslation();
  return (
    <div className={styles.app} role="status" aria-label={t('common.loading')}>
      <div className={styles.top}><Bone width={26} height={26} radius={7} /><Bone width={180} height={14} /><span style={{ flex: 1 }} /><Bone width={80} height={32} /></div>
      <div className={styles.work}>
        <div style={{ padding: 12, display: 'grid', gap: 10, alignContent: 'start', background: 'var(--parley-surface)', borderRight: '1px solid var(--parley-line)' }}>{Array.from({ length: 12 }, (_, row) => <Bone key={row} width={row % 5 === 0 ? '40%' : '80%'} height={16} />)}</div>
        <div style={{ background: 'var(--parley-canvas)' }} />
        <div style={{ padding: 14, display: 'grid', gap: 14, alignContent: 'start', background: 'var(--parley-surface)', borderLeft: '1px solid var(--parley-line)' }}><Bone width="60%" height={20} /><Bone width="100%" height={58} /><Bone width="100%" height={32} /><Bone width="100%" height={32} /></div>
      </div>
    </div>
  );
}
