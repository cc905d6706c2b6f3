import { modelRoles } from '@parley/shared/machine/modelCall';
import { Bone } from '../../ui/Bone.tsx';
import { TableBones } from '../../ui/TableBones.tsx';
import styles from './Models.module.css';

/** The models while they load: a card for each use, an endpoint with its table. */
export function ModelsBones() {
  return (
    <>
      <div className={styles.part}>
        <div className={styles.head}><Bone width={184} height={24} /></div>
        <div className={styles.roles}>{modelRoles.map((role) => <div key={role} className={`${styles.role} ${styles.bones}`}><Bone width="32%" height={16} /><Bone width="84%" height={12} /><span className={styles.grow} /><Bone width="100%" height={32} /></div>)}</div>
      </div>
      <div className={styles.head}><Bone width={144} height={32} /></div>
      <TableBones rows={2} />
    </>
  );
}
