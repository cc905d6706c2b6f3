import { Button } from '@mantine/core';
import type { FlowSet } from '@parley/shared/flow/document';
import { compile } from '@parley/shared/compiler/compile';
import { missingPlaces } from '@parley/shared/golden/beginAt';
import { nodeTypes } from '@parley/shared/nodes/index';
import { useQuery } from '@tanstack/react-query';
import { lazy, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { sessionQuery, turnSnapshotQuery, turnsQuery } from '../../api/conversations.ts';
import { releaseFlowsQuery } from '../../api/releases.ts';
import { formerTalk } from '../../simulator/formerTalk.ts';
import { nodeTitle } from '../../simulator/nodeTitle.ts';
import type { SimulatorProps } from '../../simulator/SimulatorProps.ts';
import { Bone } from '../../ui/Bone.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Segments } from '../../ui/Segments.tsx';
import styles from '../../simulator/Simulator.module.css';

const Simulator = lazy(async () => ({ default: (await import('../../simulator/Simulator.tsx')).Simulator }));

/** The simulator going on from a real conversation after one of its turns, with the version it ran on or with the draft. */
export function FormerSimulator({ botId, session: id, turn, draft, given, onLeave }: { botId: string; session: string; turn: number; draft: FlowSet; given: Omit<SimulatorProps, 'set'>; onLeave: () => void }) {
  const { t } = useTranslation();
  const snapshot = useQuery(turnSnapshotQuery(id, turn));
  // What was said is read once: the simulation stands on it as it was.
  const session = useQuery({ ...sessionQuery(id), refetchInterval: false, staleTime: Infinity });
  const turns = useQuery({ ...turnsQuery(id), refetchInterval: false, staleTime: Infinity });
  const release = snapshot.data?.release ?? undefined;
  const flows = useQuery({ ...releaseFlowsQuery(release?.id ?? ''), enabled: release !== undefined });
  const [on, setOn] = useState<'release' | 'draft'>('release');
  const ran = useMemo((): FlowSet | undefined => flows.data && { main: flows.data.main, flows: flows.data.flows }, [flows.data]);
  const set = on === 'release' && ran ? ran : draft;
  const former = useMemo(() => (snapshot.data && session.data ? formerTalk({ session: session.data, snapshot: snapshot.data, places: snapshot.data.snapshot ? missingPlaces(compile(set, nodeTypes), snapshot.data.snapshot) : [] }) : undefined), [snapshot.data, session.data, set]);
  const foreign = session.data && session.data.botId !== botId ? new Error(t('sim.session.foreign')) : undefined;
  const error = snapshot.error ?? session.error ?? flows.error ?? foreign;
  if (error) return <aside className={styles.simulator} aria-label={t('simulator.name')} data-panel="simulator"><ErrorState title={t('sim.session.failed')} text={t('page.failedHelp')} details={sentenceOf(error)} action={<Button onClick={onLeave}>{t('sim.session.leave')}</Button>} /></aside>;
  if (!snapshot.data || !former || (release && !ran)) return <aside className={styles.simulator} aria-label={t('simulator.name')} data-panel="simulator"><div className={styles.bones}><Bone width={200} height={30} radius={8} /><Bone width="100%" height="70%" radius={30} /></div></aside>;
  const place = (turns.data?.items.toSorted((a, b) => a.no - b.no).findIndex(({ no }) => no === turn) ?? -1) + 1;
  const { hidden } = snapshot.data;
  const missing = former.missing.map((each) => nodeTitle(ran ?? draft, nodeTypes, { flow: each.split(':')[0] ?? '', node: (each.split(':')[1] ?? '').split('/')[0] ?? '' }));
  const banner = (
    <section className={styles.banner} aria-label={t('sim.session.title', { no: place || turn })}>
      <p><b>{t('sim.session.title', { no: place || turn })}</b><button type="button" className={styles.link} onClick={onLeave}>{t('sim.session.leave')}</button></p>
      <Segments label={t('sim.session.on')} value={ran ? on : 'draft'} disabled={!ran} onChange={setOn} options={[{ value: 'release', label: release ? t('sim.session.release', { no: release.no }) : t('sim.session.noRelease') }, { value: 'draft', label: t('sim.session.draft') }]} />
      {snapshot.data.snapshot === null && <small>{t('sim.session.none')}</small>}
      {snapshot.data.snapshot?.frames.length === 0 && <small>{t('sim.session.over')}</small>}
      {missing.length > 0 && <small>{t('sim.session.missing', { places: missing.join('”, “') })}</small>}
      {hidden.length > 0 && <small>{t('sim.session.hidden', { count: hidden.length, names: hidden.join(', ') })}</small>}
    </section>
  );
  return <Simulator key={`${former.talk.id} ${on}`} set={set} {...given} former={{ ...former.talk, id: `${former.talk.id} ${on}` }} banner={banner} />;
}
