import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/IconButton.tsx';
import { timeIn } from './clock.ts';
import type { CallbackTrying } from './useCallbackTrial.ts';
import styles from './OutsideCard.module.css';

const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();

/** Tries out the callback that is awaited with the system that calls it: a real address, and waiting to be called there. */
export function RealAddress({ trying: { now, open, leave, fail } }: { trying: CallbackTrying }) {
  const { t } = useTranslation();
  const waits = useRef<HTMLParagraphElement>(null);
  const trial = now?.is === 'waiting' ? now.trial : undefined;
  // The button that was pressed has gone.
  useEffect(() => {
    if (trial && document.activeElement === document.body) waits.current?.focus();
  }, [trial]);
  return (
    <div className={styles.real} data-waits={trial !== undefined}>
      {trial && (
        <>
          <p ref={waits} tabIndex={-1} className={styles.told} role="status">{t('sim.outside.waits', { time: timeIn(trial.expiresAt, timeZone) })}{trial.told && ` ${t('sim.outside.wasTold', trial.told)}`}</p>
          <div className={styles.address}>
            <code className="cut" title={trial.address} dir="ltr">{trial.address}</code>
            <CopyButton value={trial.address}>{({ copied, copy }) => <IconButton size="sm" label={t(copied ? 'share.copied' : 'share.copy')} onClick={copy}>{copied ? <IconCheck size={14} stroke={1.75} /> : <IconCopy size={14} stroke={1.75} />}</IconButton>}</CopyButton>
          </div>
          {trial.links.map((link) => <a key={link} className="cut" href={link} title={link} target="_blank" rel="noreferrer"><bdi>{link}</bdi></a>)}
          <Button size="sm" variant="subtle" onClick={leave}>{t('sim.outside.stop')}</Button>
        </>
      )}
      {now?.is === 'failed' && <p className={styles.failed} role="alert">{t('sim.outside.failedReally', { error: now.error })}</p>}
      {now?.is === 'over' && <p className={styles.failed} role="alert">{t('sim.outside.nobody')}</p>}
      {now?.is === 'failed' && now.refused && <Button size="sm" onClick={() => fail(now.error)}>{t('sim.outside.takeFailure')}</Button>}
      {!trial && (
        <>
          <Button size="sm" variant="subtle" loading={now?.is === 'opening'} onClick={open}>{t('sim.outside.address')}</Button>
          <small>{t('sim.outside.addressNote')}</small>
        </>
      )}
    </div>
  );
}
