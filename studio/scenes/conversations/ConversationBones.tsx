import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bone } from '../../ui/Bone.tsx';
import styles from './Conversations.module.css';

/** A conversation that is still loading: head with the way `back`, a few bubbles of both, the panel. */
export function ConversationBones({ back }: { back: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.middle} role="status" aria-label={t('common.loading')}>
        <div className={styles.head}>{back}<Bone width={36} height={36} radius={18} /><div className={styles.bones}><Bone width={144} height={14} /><Bone width={208} height={12} /></div></div>
        <div className={styles.log}>
          <Bone width="52%" height={40} radius={10} /><Bone width="44%" height={60} radius={10} />
          <div className={styles.own}><Bone width="36%" height={40} radius={10} /></div>
          <Bone width="48%" height={40} radius={10} />
          <div className={styles.own}><Bone width="56%" height={60} radius={10} /></div>
        </div>
      </div>
      <div className={styles.panel} data-bones>
        <div className={styles.panelHead}><Bone width={208} height={16} /></div>
        <div className={styles.panelBody}><Bone width="100%" height={168} radius={12} /><Bone width="100%" height={40} /><Bone width="100%" height={200} /></div>
      </div>
    </>
  );
}
