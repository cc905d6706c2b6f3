import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowLeft, IconBookmark, IconEye, IconGitCompare, IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { sentenceOf } from '../api/ApiFailure.ts';
import { meQuery } from '../api/queries.ts';
import { Canvas } from '../canvas/Canvas.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { titleOf } from '../miniflow/names.ts';
import { useDesigner, useFlowNames } from '../store/designerContext.ts';
import { createUiStore } from '../store/uiStore.ts';
import { Bone } from '../ui/Bone.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { FlowSelect } from './FlowSelect.tsx';
import { PastDesk } from './PastDesk.tsx';
import { RestoreButton } from './RestoreButton.tsx';
import { usePast } from './usePast.ts';
import { useRestore } from './useRestore.ts';
import styles from './History.module.css';

const icon = { size: 16, stroke: 1.75 } as const;

/** The drawing as it was at a moment, to look at: nothing in it can be changed, all of it can be brought back. `plain` is for a small window: what can be done stands below, in reach of a thumb. */
export function Look({ point, name, plain = false, onCompare, onName, onBack }: { point: string; name: string; plain?: boolean; onCompare?: () => void; onName?: () => void; onBack: () => void }) {
  const { t, i18n } = useTranslation();
  const { flowId } = useDesigner();
  const names = useFlowNames();
  const me = useQuery(meQuery);
  const mayEdit = me.data?.rights.includes('bots.edit') ?? false;
  const { set, nameOf: nameOfFlow, error, again } = usePast(point);
  const restore = useRestore();
  const [ui] = useState(createUiStore);
  const chosen = ui((state) => state.selection.at(-1));
  const [flow, setFlow] = useState(flowId);
  const past = point !== 'now';
  // The flow people work on may not have been there.
  const shown = set?.flows[flow] ? flow : set?.main ?? flow;
  const drawing = set?.flows[shown];
  const here = names[shown] !== undefined;
  const bringBack = async (flows: readonly string[]): Promise<void> => { if (set && await restore.all({ point, set }, flows, name)) onBack(); };
  const node = drawing && chosen && drawing.nodes[chosen] ? chosen : undefined;
  const differing = past && set && mayEdit ? restore.different(set) : [];
  const gone = past && set && mayEdit ? restore.gone(set, Object.keys(set.flows)) : [];
  const whole = !set ? [] : differing.length > 1 ? [
    ...(differing.includes(shown) ? [{ label: t('history.restoreFlow', { flow: nameOfFlow(shown) }), run: () => void bringBack([shown]) }] : []),
    { label: t('history.restoreFlows', { count: differing.length }), run: () => void bringBack(differing) },
  ] : [{ label: t('history.restoreFlow', { flow: nameOfFlow(differing[0] ?? shown) }), run: () => void bringBack(differing.length > 0 ? differing : Object.keys(set.flows)) }];
  const single = past && set && drawing && node && here && mayEdit
    ? [{ label: t('history.restoreNode', { node: titleOf(drawing, node) }), run: () => void restore.one({ point, set }, shown, { what: 'node', id: node }, { name: titleOf(drawing, node) }) }] : [];
  const goneNames = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(gone.map((id) => t('history.quoted', { name: nameOfFlow(id) })));

  return (
    <div className={styles.stage} data-panel="past" tabIndex={-1}>
      <header className={styles.stageHead} data-past={past || undefined}>
        {plain && <IconButton label={t('history.toList')} size="lg" onClick={onBack}><IconArrowLeft className="mirror" size={18} stroke={1.75} /></IconButton>}
        <span className={styles.title} role={past ? 'status' : undefined}><h3 className="cut" dir="auto" title={name}>{name}</h3>{past && <span className={styles.readOnly} title={t('history.readOnlyHelp')}><IconEye size={14} stroke={1.75} aria-hidden="true" />{t('history.readOnly')}</span>}</span>
        {set && <FlowSelect set={set} value={shown} nameOf={nameOfFlow} onChange={(next) => { ui.setState({ selection: [] }); setFlow(next); }} wide={plain} />}
        <span className={styles.grow} />
        {!plain && past && onCompare && <Button size="xs" leftSection={<IconGitCompare {...icon} />} onClick={onCompare}>{t('history.compareNow')}</Button>}
        {!plain && mayEdit && onName && !point.startsWith('version:') && <Button size="xs" leftSection={<IconBookmark {...icon} />} disabled={!set} onClick={onName}>{t('history.nameIt')}</Button>}
        {!plain && single.map(({ label, run }) => <Button key={label} size="xs" leftSection={<IconRestore {...icon} />} onClick={run}><span className="cut" style={{ maxWidth: 160 }}>{label}</span></Button>)}
        {!plain && past && mayEdit && <RestoreButton choices={whole} />}
        {!plain && past && <Button size="xs" variant="ink" leftSection={<IconArrowBackUp className="mirror" {...icon} />} onClick={onBack}>{t('history.back')}</Button>}
      </header>
      {past && drawing && !here && <p className={styles.notice}><span>{t('history.flowGone', { flow: nameOfFlow(shown) })}</span>{mayEdit && <Button size="compact-xs" onClick={() => void bringBack([shown])}>{t('history.bringBack')}</Button>}</p>}
      {here && gone.length > 0 && <p className={styles.notice}>{t('history.bringsBack', { flows: goneNames, count: gone.length })}</p>}
      {error !== null && error !== undefined && !set ? <ErrorState title={t('page.failed')} text={t('history.lookFailed')} details={sentenceOf(error)} action={<Button onClick={again}>{t('common.tryAgain')}</Button>} /> : (
        <div className={styles.past} data-chosen={chosen !== undefined || undefined}>
          {drawing ? (
            <PastDesk key={shown} flowId={shown} flow={drawing} ui={ui} openFlow={setFlow}>
              <main style={{ minHeight: 0, position: 'relative' }} aria-label={t('compare.canvasOf', { version: name })}><Canvas label={t('compare.canvasOf', { version: name })} /></main>
              <Inspector />
            </PastDesk>
          ) : <div className={styles.canvasBones} role="status" aria-label={t('common.loading')}><Bone width={216} height={96} radius={10} /><Bone width={216} height={120} radius={10} /><Bone width={216} height={72} radius={10} /></div>}
        </div>
      )}
      {plain && past && set && (
        <footer className={styles.foot}>
          {onCompare && <Button size="xs" leftSection={<IconGitCompare {...icon} />} onClick={onCompare}>{t('history.compareNow')}</Button>}
          {mayEdit && <RestoreButton choices={[...single, ...whole]} />}
        </footer>
      )}
    </div>
  );
}
