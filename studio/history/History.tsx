import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { whenExactly } from '../ui/relativeTime.ts';
import { Compare } from './Compare.tsx';
import { Look } from './Look.tsx';
import { NameDialog } from './NameDialog.tsx';
import type { Naming } from './NameDialog.tsx';
import { Timeline } from './Timeline.tsx';
import type { PointAct } from './timeline.ts';
import { pointBefore, pointOf, pointOfStep } from './timeline.ts';
import { useHistory } from './useHistory.ts';
import { nameOfEntry, nameOfStep } from './words.ts';
import styles from './History.module.css';

/** What the stage shows: a moment, or two side by side. */
type Stage = { is: 'look'; at: string } | { is: 'compare'; from: string; to: string };

/** The history of the bot: its line at the side, and on the stage a moment as it was, or two of them compared. Under 1024 px the line, or a moment, or a comparison. */
export function History() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [stage, setStage] = useState<Stage>(() => {
    const [at, against] = [search.get('history') ?? 'now', search.get('against')];
    return against ? { is: 'compare', from: at, to: against } : { is: 'look', at };
  });
  const [flow, setFlow] = useState<string>();
  const [naming, setNaming] = useState<Naming>();
  const line = useHistory(flow);
  const { entries, steps, versions, releases } = line;

  const names = useMemo(() => new Map([
    ...steps.flatMap((step) => [[pointOfStep(step), nameOfStep(step)], [pointBefore(step), t('history.before', { when: nameOfStep(step) })]] as const),
    ...(entries ?? []).filter(({ is }) => is !== 'sitting').map((entry) => [pointOf(entry), nameOfEntry(entry)] as const),
    ...versions.map(({ id, name }) => [`version:${id}`, name] as const),
    ...releases.map(({ id, no }) => [`release:${id}`, `v${no}`] as const),
  ]), [entries, steps, versions, releases, t]);
  const nameOf = useCallback((point: string): string => (point === 'now' ? t('history.now') : names.get(point) ?? stepInWords(point, t('history.name'))), [names, t]);

  const act: PointAct = {
    look: (at) => setStage({ is: 'look', at }),
    compare: (from, to) => setStage({ is: 'compare', from, to }),
    name: (point, at) => setNaming({ point, when: at === undefined ? undefined : whenExactly(at) }),
    rename: (version) => setNaming({ version }),
  };
  const back = useCallback(() => setStage({ is: 'look', at: 'now' }), []);
  const narrow = useMediaQuery('(max-width: 1023px)', false, { getInitialValueInEffect: false });
  const [reading, setReading] = useState(search.has('history'));
  // A small window shows one at a time: whatever is chosen in the line is opened over it.
  const opening: PointAct = { ...act, look: (at) => { act.look(at); setReading(true); }, compare: (from, to) => { act.compare(from, to); setReading(true); } };
  const lines = narrow ? !reading : stage.is === 'look';
  return (
    <section className={styles.history} data-narrow={narrow || undefined} data-stage={stage.is} aria-label={t('history.name')}>
      {lines && <Timeline line={line} at={stage.is === 'look' ? stage.at : stage.from} flow={flow} onFlow={setFlow} act={narrow ? opening : act} nameOf={nameOf} />}
      {(!narrow || reading) && (stage.is === 'look'
        ? <Look key={stage.at} plain={narrow} point={stage.at} name={nameOf(stage.at)} onCompare={() => act.compare(stage.at, 'now')} onName={() => act.name(stage.at)} onBack={narrow ? () => setReading(false) : back} />
        : <Compare plain={narrow} from={stage.from} to={stage.to} line={line} nameOf={nameOf} onChange={act.compare} onClose={() => setStage({ is: 'look', at: stage.from === 'now' ? stage.to : stage.from })} />)}
      {naming && <NameDialog naming={naming} onClose={() => setNaming(undefined)} />}
    </section>
  );
}

/** A step that is not in the part of the line that is loaded. */
function stepInWords(point: string, word: string): string {
  const [, , revision] = point.split(':');
  return revision === undefined ? word : `${word} ${revision}`;
}
