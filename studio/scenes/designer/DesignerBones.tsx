import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { panels } from '../../store/uiStore.ts';
import { Bone } from '../../ui/Bone.tsx';
import styles from './Designer.module.css';

const line = '1px solid var(--parley-line)';
const side = { padding: 14, display: 'grid', gap: 12, alignContent: 'start', background: 'var(--parley-surface)' };

/** The designer while it loads: its own layout in grey, with the panels that were open last. */
export function DesignerBones() {
  const { t } = useTranslation();
  const wide = useMediaQuery('(min-width: 1024px)', true, { getInitialValueInEffect: false });
  const beside = useMediaQuery('(min-width: 1280px)', true, { getInitialValueInEffect: false });
  const simulator = beside && (panels().simulator ?? true);
  return (
    <div className={styles.app} role="status" aria-label={t('common.loading')}>
      <div className={styles.top}>
        <div className={styles.left}><Bone width={26} height={26} radius={7} /><Bone width={140} height={14} /></div>
        <div className={styles.phoneHide}><Bone width={320} height={30} radius={8} /></div>
        <div className={styles.end}><Bone width={80} height={32} /></div>
      </div>
      <div className={styles.work} data-simulator={simulator || undefined}>
        {wide ? <div style={{ ...side, borderInlineEnd: line }}>{Array.from({ length: 12 }, (_, row) => <Bone key={row} width={row % 5 === 0 ? '40%' : '80%'} height={16} />)}</div> : <div className={styles.narrow}><Bone width="100%" height={44} radius={8} /></div>}
        <div style={{ background: 'var(--parley-canvas)' }} />
        {wide && <div style={{ ...side, borderInlineStart: line }}><Bone width="60%" height={20} /><Bone width="100%" height={58} /><Bone width="100%" height={32} /><Bone width="100%" height={32} /></div>}
        {simulator && <div style={{ ...side, borderInlineStart: line, background: 'var(--parley-sunken)', gridTemplateRows: 'auto minmax(0, 1fr) auto' }}><Bone width="75%" height={28} radius={8} /><Bone width="100%" height="100%" radius={36} /><Bone width="100%" height={96} radius={12} /></div>}
      </div>
    </div>
  );
}
