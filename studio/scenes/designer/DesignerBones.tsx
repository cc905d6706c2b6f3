import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Bone } from '../../ui/Bone.tsx';
import styles from './Designer.module.css';

const line = '1px solid var(--parley-line)';
const side = { padding: 14, display: 'grid', gap: 12, alignContent: 'start', background: 'var(--parley-surface)' };

/** The designer while it loads: its own layout in grey. */
export function DesignerBones() {
  const { t } = useTranslation();
  const wide = useMediaQuery('(min-width: 1024px)', true, { getInitialValueInEffect: false });
  return (
    <div className={styles.app} role="status" aria-label={t('common.loading')}>
      <div className={styles.top}>
        <div className={styles.left}><Bone width={26} height={26} radius={7} /><Bone width={140} height={14} /></div>
        <div className={styles.phoneHide}><Bone width={320} height={30} radius={8} /></div>
        <div className={styles.end}><Bone width={80} height={32} /></div>
      </div>
      <div className={styles.work}>
        {wide ? <div style={{ ...side, borderInlineEnd: line }}>{Array.from({ length: 12 }, (_, row) => <Bone key={row} width={row % 5 === 0 ? '40%' : '80%'} height={16} />)}</div> : <div className={styles.narrow}><Bone width="100%" height={44} radius={8} /></div>}
        <div style={{ background: 'var(--parley-canvas)' }} />
        {wide && <div style={{ ...side, borderInlineStart: line }}><Bone width="60%" height={20} /><Bone width="100%" height={58} /><Bone width="100%" height={32} /><Bone width="100%" height={32} /></div>}
      </div>
    </div>
  );
}
