import { Checkbox } from '@mantine/core';
import { issueKey } from '@parley/shared/issues/issue';
import type { Issue } from '@parley/shared/issues/issue';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './PublishDialog.module.css';

/** From so many warnings of one kind on they are accepted as one: nobody reads the thirtieth box. */
const together = 4;

/** The warnings of a proof, each to be accepted; many of one kind stand together, to be read one by one when opened. */
export function Warnings({ warnings, accepted, onAccept, onShow }: {
  warnings: readonly Issue[];
  accepted: ReadonlySet<string>;
  onAccept: (keys: readonly string[], accept: boolean) => void;
  onShow: (issue: Issue) => void;
}) {
  const { t } = useTranslation();
  const kinds = [...new Set(warnings.map(({ check }) => check))].map((check) => [check, warnings.filter((issue) => issue.check === check)] as const);
  return (
    <>
      {kinds.map(([check, issues]) => (issues.length < together ? issues.map((issue) => (
        <div key={issueKey(issue)} className={styles.warning}>
          <Warned issue={issue} onShow={onShow} />
          <Accept label={t('publish.accept')} keys={[issueKey(issue)]} accepted={accepted} onAccept={onAccept} />
        </div>
      )) : (
        <div key={check} className={styles.warning}>
          <details>
            <summary className={styles.kind}><IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" /><span dir="auto">{t('publish.many', { count: issues.length - 1, first: issues[0]?.message })}</span></summary>
            {issues.map((issue) => <Warned key={issueKey(issue)} issue={issue} onShow={onShow} />)}
          </details>
          <Accept label={t('publish.acceptAll', { count: issues.length })} keys={issues.map(issueKey)} accepted={accepted} onAccept={onAccept} />
        </div>
      )))}
    </>
  );
}

function Warned({ issue, onShow }: { issue: Issue; onShow: (issue: Issue) => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.warned}>
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
      <p dir="auto">{issue.message}</p>
      {(issue.nodeId !== undefined || issue.check !== 'conversationTest') && <button type="button" className={styles.link} onClick={() => onShow(issue)}>{t('publish.show')}</button>}
    </div>
  );
}

function Accept({ label, keys, accepted, onAccept }: { label: string; keys: readonly string[]; accepted: ReadonlySet<string>; onAccept: (keys: readonly string[], accept: boolean) => void }) {
  const count = keys.filter((key) => accepted.has(key)).length;
  return <Checkbox className={styles.accept ?? ''} label={label} checked={count === keys.length} indeterminate={count > 0 && count < keys.length} onChange={({ currentTarget: { checked } }) => onAccept(keys, checked)} />;
}
