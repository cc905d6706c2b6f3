import { Button } from '@mantine/core';
import { same } from '@parley/shared/coverage/runTest';
import { IconAlertOctagon, IconCircleCheck, IconPlayerPlay } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TestRun } from '../store/proof/testJob.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { TestLines } from './TestLines.tsx';
import styles from './Tests.module.css';

/** One test: whether it goes as written, and when opened what is said, with the line that differs. */
export function TestRow({ run, open, onOpen, onPlay, actions }: { run: TestRun; open: boolean; onOpen: () => void; /** Has it in the simulator. */ onPlay: (how: 'whole' | 'stepped') => void; actions: ReactNode }) {
  const { t } = useTranslation();
  const { test, passed, sentence } = run;
  const different = passed ? undefined : firstDifferent(run);
  return (
    <li className={styles.row} data-open={open || undefined}>
      <div className={styles.headRow}>
        <button type="button" className={styles.head} aria-expanded={open} onClick={onOpen}>
          {passed
            ? <IconCircleCheck className={styles.ok} size={16} stroke={1.75} role="img" aria-label={t('tests.passed')} />
            : <IconAlertOctagon className={styles.bad} size={16} stroke={1.75} role="img" aria-label={t('tests.otherwise')} />}
          <span className={styles.name} dir="auto" title={test.description}>{test.description}</span>
        </button>
        <IconButton size="xs" label={`${t('sim.script.whole')}: ${test.description}`} onClick={() => onPlay('whole')}><IconPlayerPlay size={14} stroke={1.75} /></IconButton>
      </div>
      {!passed && <p className={styles.sentence} dir="auto">{sentence || t('tests.cannotBeSaid')}</p>}
      {open && <><TestLines lines={test.conversation} language={test.language} different={different} /><div className={styles.actions}><RowButton onClick={() => onPlay('whole')}>{t('sim.script.whole')}</RowButton><RowButton onClick={() => onPlay('stepped')}>{t('sim.script.stepped')}</RowButton>{actions}</div></>}
    </li>
  );
}

function firstDifferent({ test, now }: TestRun): number | undefined {
  if (!now) return undefined;
  const at = test.conversation.findIndex((line, index) => !same(line, now.conversation[index]));
  return at < 0 ? undefined : at;
}

/** The button in a row that settles it. */
export function RowButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return <Button size="xs" variant="default" onClick={onClick}>{children}</Button>;
}
