import { Button } from '@mantine/core';
import { IconChecklist, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../api/ApiFailure.ts';
import { useDesigner } from '../store/designerContext.ts';
import type { TestRun } from '../store/proof/testJob.ts';
import { Bone } from '../ui/Bone.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { took } from '../ui/relativeTime.ts';
import { TestRow, RowButton } from './TestRow.tsx';
import { useTests } from './useTests.ts';
import styles from './Tests.module.css';

/** The tests of the bot beside its canvas: kept ones and those the model writes for itself, and what no test takes. */
export function Tests() {
  const { t, i18n } = useTranslation();
  const { editable, ui } = useDesigner();
  const { tested, running, failure, again, ids, keep, change, remove, refused, light } = useTests();
  const [open, setOpen] = useState<string>();
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const toggle = (key: string, run: TestRun): void => {
    light(open === key ? undefined : run);
    setOpen(open === key ? undefined : key);
  };
  const play = (run: TestRun, how: 'whole' | 'stepped'): void => ui.setState({ simulator: true, column: 'simulator', view: 'design', simulate: { wish: 'play', test: run.test, how } });
  const failing = tested ? [...tested.kept, ...tested.written.flatMap(({ runs }) => runs)].filter(({ passed }) => !passed).length : 0;
  const total = tested ? tested.kept.length + tested.written.reduce((sum, { runs }) => sum + runs.length, 0) : 0;
  return (
    <section className={styles.panel} aria-label={t('tests.name')} aria-busy={running} data-panel="tests">
      <header className={styles.top}>
        <h2>{t('tests.name')}</h2>
        <Button size="xs" variant="ink" leftSection={<IconPlayerPlay size={14} stroke={1.75} aria-hidden="true" />} loading={running} onClick={again}>{t('tests.run')}</Button>
      </header>
      <div className={styles.scroll}>
        {failure !== undefined && <ErrorState title={t('page.failed')} text={t('page.failedHelp')} details={sentenceOf(failure)} action={<Button onClick={again}>{t('common.tryAgain')}</Button>} />}
        {!tested && failure === undefined && <div className={styles.bones}>{Array.from({ length: 9 }, (_, row) => <Bone key={row} width={`${88 - (row % 4) * 12}%`} height={16} />)}</div>}
        {tested && (
          <>
            <p className={styles.verdict} data-bad={failing > 0 || undefined} role="status">
              <b>{failing === 0 ? t('tests.allPass', { count: total }) : t('tests.someFail', { count: failing, total })}</b>
              <span>{tested.missing.length === 0 ? t('tests.whole', { count: tested.ways, took: took(Math.round(tested.ms)) }) : t('tests.part', { taken: tested.ways - tested.missing.length, count: tested.ways })}</span>
            </p>
            {tested.missing.length > 0 && <details className={styles.missing}><summary>{t('tests.missing', { count: tested.missing.length })}</summary><ul>{tested.missing.map((name, at) => <li key={at} dir="auto">{name}</li>)}</ul></details>}
            {refused !== undefined && <p className={styles.refused} role="alert">{sentenceOf(refused)}</p>}
            <h3>{t('tests.kept')}</h3>
            {tested.kept.length === 0 && <p className={styles.empty}><IconChecklist size={16} stroke={1.75} aria-hidden="true" />{t('tests.noneKept')}</p>}
            <ul className={styles.list}>
              {tested.kept.map((run, at) => {
                const id = ids[at] ?? '';
                const { now } = run;
                return (
                  <TestRow key={id} run={run} open={open === id} onOpen={() => toggle(id, run)} onPlay={(how) => play(run, how)} actions={editable && (
                    <>
                      {now && <RowButton onClick={() => change(id, now)}>{t('tests.accept')}</RowButton>}
                      <RowButton onClick={() => remove(id)}>{t('common.delete')}</RowButton>
                    </>
                  )} />
                );
              })}
            </ul>
            {tested.written.map(({ language, runs }) => (
              <div key={language}>
                <h3>{t('tests.written', { language: names.of(language) ?? language })} <span className={styles.count}>{runs.length}</span></h3>
                <ul className={styles.list}>
                  {runs.map((run) => {
                    const key = `${language} ${run.test.description}`;
                    return <TestRow key={key} run={run} open={open === key} onOpen={() => toggle(key, run)} onPlay={(how) => play(run, how)} actions={editable && <RowButton onClick={() => keep(run.test)}>{t('tests.keep')}</RowButton>} />;
                  })}
                </ul>
              </div>
            ))}
          </>
        )}
      </div>
    </section>
  );
}
