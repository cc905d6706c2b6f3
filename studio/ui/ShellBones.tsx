import { useTranslation } from 'react-i18next';
import { Bone } from './Bone.tsx';
import { Mark } from './Mark.tsx';
import { TableBones } from './TableBones.tsx';
import page from './Page.module.css';
import styles from './Shell.module.css';

/** The frame while it is not known yet who is here: the mark, the places, a page. */
export function ShellBones({ rail }: { rail: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={styles.shell} data-rail={rail || undefined} aria-busy="true">
      <div className={styles.nav}>
        <div className={styles.org}><Mark /></div>
        {[96, 120].map((width) => <div key={width} className={styles.item}><Bone width={16} height={16} /><span className={styles.label}><Bone width={width} height={12} /></span></div>)}
      </div>
      <main className={styles.main} aria-label={t('common.loading')}>{!rail && <div className={page.page}><div className={page.head}><Bone width={128} height={32} /></div><TableBones /></div>}</main>
    </div>
  );
}
