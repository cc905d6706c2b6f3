import { useTranslation } from 'react-i18next';
import { Bone } from '../../ui/Bone.tsx';
import styles from './EntryPage.module.css';

/** A form of `fields` fields that is not known yet to be the right one. */
export function EntryBones({ fields }: { fields: number }) {
  const { t } = useTranslation();
  return <div className={styles.form} role="status" aria-label={t('common.loading')}>{Array.from({ length: fields }, (_, row) => <Bone key={row} width="100%" height={61} />)}<Bone width="100%" height={40} /></div>;
}
