import { sharedByBoth } from '@parley/shared/compiler/companion/sharedByBoth.data';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './Promises.module.css';

/** What the proof does not show, folded: what it takes as a free choice, and what code and engine share, where they cannot differ. */
export function NotPromised({ shared = sharedByBoth }: { shared?: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <details className={styles.not}>
      <summary><IconChevronRight className="mirror" size={14} stroke={1.75} aria-hidden="true" />{t('publish.notPromised')}</summary>
      <p>{t('publish.notPromisedText')}</p>
      {shared.length > 0 && (
        <>
          <p>{t('publish.shared')}</p>
          <ul>{shared.map((each) => <li key={each}>{each}</li>)}</ul>
        </>
      )}
    </details>
  );
}
