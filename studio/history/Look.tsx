import { Button, Menu } from '@mantine/core';
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
import { usePast } from './usePast.ts';
import { useRestore } from './useRestore.ts';
import styles from './History.module.css';

const icon = { size: 16, stroke: 1.75 } as const;

/** The drawing as it was at a moment, to look at: nothing in it can be changed, all of it can be brought back. `plain` is for a small window: to read, and back. */
export function Look({ point, name, plain = false, onCompare, onName, onBack }: { point: string; name: string; plain?: boolean; onCompare?: () => void; onName?: () => void; onBack: () => void }) {
  const { t, i18n } = useTranslation();
  const { flowId } = useDesigner();
  const names = useFlowNames();
  const me = useQuery(meQuery);
  const mayEdit = !plain && (me.data?.rights.includes('bots.edit') ?? false);
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
  const goneNames = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(gone.map((id) => t('history.quoted', { name: nameOfFlow(id) })));

  return (
    <div className={styles.stage}>
      <header className={styles.stageHead} data-past={past || undefined}>
        {plain && <IconButton label={t('history.toList')} size="lg" onClick={onBack}><IconArrowLeft className="mirror" size={18} stroke={1.75} /></IconButton>}
        <span className={styles.title} role={past ? 'status' : undefined}><h3 className="cut" dir="auto" title={name}>{name}</h3>{past && <span className={styles.readOnly} title={t('history.readOnlyHelp')}><IconEye size={14} stroke={1.75} aria-hidden="true" />{t('history.readOnly')}</span>}</span>
        {set && <FlowSelect set={set} value={shown} nameOf={nameOfFlow} onChange={(next) => { ui.setState({ selection: [] }); setFlow(next); }} />}
        <span className={styles.grow} />
        {past && onCompare && <Button size="xs" leftSection={<IconGitCompare {...icon} />} onClick={onCompare}>{t('history.compareNow')}</Button>}
        {mayEdit && onName && !point.startsWith('version:') && <Button size="xs" leftSection={<IconBookmark {...icon} />} disabled={!set} onClick={onName}>{t('history.nameIt')}</Button>}
        {past && set && mayEdit && node && here && <Button size="xs" leftSection={<IconRestore {...icon} />} onClick={() => { if (drawing) void restore.one({ point, set }, shown, { what: 'node', id: node }, { name: titleOf(drawing, node) }); }}><span className="cut" style={{ maxWidth: 160 }}>{t('history.restoreNode', { node: titleOf(drawing, node) })}</span></Button>}
        {past && set && mayEdit && (differing.length > 1 ? (
          <Menu position="bottom-end">
            <Menu.Target><Button size="xs" leftSection={<IconRestore {...icon} />}>{t('history.restore')}</Button></Menu.Target>
            <Menu.Dropdown>
              {differing.includes(shown) && <Menu.Item onClick={() => void bringBack([shown])}>{t('history.restoreFlow', { flow: nameOfFlow(shown) })}</Menu.Item>}
              <Menu.Item onClick={() => void bringBack(differing)}>{t('history.restoreFlows', { count: differing.length })}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : <Button size="xs" leftSection={<IconRestore {...icon} />} onClick={() => void bringBack(differing.length > 0 ? differing : Object.keys(set.flows))}>{t('history.restore')}</Button>)}
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
    </div>
  );
}
