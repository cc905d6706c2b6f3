import styles from './States.module.css';

/** One shape of a skeleton: the final layout in grey, after 200 ms. */
export function Bone({ width, height, radius = 6 }: { width: number | string; height: number | string; radius?: number }) {
  return <div className={styles.bone} style={{ width, height, borderRadius: radius }} aria-hidden="true" />;
}
