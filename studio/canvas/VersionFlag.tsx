import { IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import i18next from 'i18next';
import type { VersionMark } from './VersionMarks.ts';
import styles from './VersionFlag.module.css';

const icons = { new: IconPlus, changed: IconPencil, removed: IconMinus };

/** What became of a card between two versions: a sign and a word, on its corner. */
export function VersionFlag({ mark }: { mark: VersionMark }) {
  const Icon = icons[mark];
  return <span className={styles.flag} data-mark={mark}><Icon size={12} stroke={2} aria-hidden="true" />{i18next.t(`publish.${mark}_`)}</span>;
}
