import { useTranslation } from 'react-i18next';
import { Bone } from '../../ui/Bone.tsx';
import styles from './Releases.module.css';

/** The versions of a bot that are still loading: the list, and one from near. */
export function ReleasesBones() {
  const { t } = useTranslation();
  return (
    <div className={styles.sides} role="status" aria-label={t('common.loading')}>
      <ul className={styles.list}>{Array.from({ length: 4 }, (_, row) => <li key={row} className={styles.bones}><Bone width={72} height={16} /><Bone width={`${80 - (row % 3) * 12}%`} height={14} /><Bone width="50%" height={12} /></li>)}</ul>
      <div className={styles.detail}><div className={styles.panel}><Bone width={96} height={24} /><Bone width={208} height={16} /><Bone width="100%" height={168} radius={12} /><Bone width="100%" height={120} radius={12} /></div></div>
    </div>
  );
}
