import { useMemo } from 'react';
import { Bone } from '../ui/Bone.tsx';
import styles from './ExportForm.module.css';

/** What will be saved, as it will look. */
export function Preview({ text, picture, label }: { text: string | undefined; picture: boolean; label: string }) {
  const address = useMemo(() => (text !== undefined && picture ? `data:image/svg+xml,${encodeURIComponent(text)}` : undefined), [text, picture]);
  if (text === undefined) return <div className={styles.preview}><Bone width="100%" height={296} radius={8} /></div>;
  if (address === undefined) return <div className={styles.preview}><pre className={styles.text} dir="ltr" tabIndex={0}>{text}</pre></div>;
  return <div className={styles.preview}><img src={address} alt={label} /></div>;
}
