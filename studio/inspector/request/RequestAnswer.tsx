import type { TriedRequest } from '@parley/shared/api/requests';
import type { Json } from '@parley/shared/lib/json';
import type { JsonSteps } from '@parley/shared/machine/httpRequest';
import { useTranslation } from 'react-i18next';
import { figure } from '../../ui/relativeTime.ts';
import { JsonTree } from './JsonTree.tsx';
import styles from './Request.module.css';

/** What came back: status, headers, and the body as a tree to take values from. */
export function RequestAnswer({ answer, chosen, onTake }: { answer: Extract<TriedRequest, { ok: true }>; chosen: JsonSteps; onTake: (path: JsonSteps, value: Json) => void }) {
  const { t } = useTranslation();
  const { status, ms, bytes, headers, isJson, value } = answer;
  return (
    <section className={styles.answer} aria-live="polite">
      <p className={styles.status} data-bad={status >= 400 || undefined}>{t('tryRequest.answered', { status, ms: figure(ms), bytes: figure(bytes) })}</p>
      <details>
        <summary>{t('tryRequest.headers')}</summary>
        <pre className={styles.headers}>{Object.entries(headers).map(([name, text]) => `${name}: ${text}`).join('\n')}</pre>
      </details>
      <h3 className={styles.heading}>{t('tryRequest.body')}</h3>
      {!isJson && <p className={styles.note}>{value === '' ? t('tryRequest.emptyBody') : t('tryRequest.text')}</p>}
      {value !== '' && <div className={styles.tree}><JsonTree value={value} chosen={JSON.stringify(chosen)} onTake={onTake} /></div>}
    </section>
  );
}
