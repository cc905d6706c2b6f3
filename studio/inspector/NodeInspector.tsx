import { Menu } from '@mantine/core';
import type { FlowNode } from '@parley/shared/flow/document';
import type { Issue } from '@parley/shared/issues/issue';
import { faceOf } from '@parley/shared/nodes/faceOf';
import { formOf } from '@parley/shared/nodes/formOf';
import type { FormField } from '@parley/shared/nodes/formOf';
import type { NodeType } from '@parley/shared/nodes/defineNode';
import { IconDots, IconPlayerPlay } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { testFromHere } from '../commands/actions.ts';
import { duplicateSelection, removeSelection } from '../commands/changing.ts';
import { startConnecting } from '../commands/canvasKeys.ts';
import { putAt } from '@parley/shared/flow/putAt';
import { isUnwritten } from '../issues/isUnwritten.ts';
import { titleOf } from '../store/cardOf.ts';
import { useDesigner, useUi } from '../store/designerContext.ts';
import { useTalk } from '../store/talk.ts';
import { Chip } from '../ui/Chip.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { Tile } from '../ui/Tile.tsx';
import { FieldContext } from './fieldContext.ts';
import { controls } from './fields/index.ts';
import type { FieldContextValue } from './fieldContext.ts';
import { FieldList } from './FieldView.tsx';
import { Hints } from './FieldFrame.tsx';
import { LastEdit } from './LastEdit.tsx';
import { WaysOut } from './WaysOut.tsx';
import styles from './Inspector.module.css';

const NodeComments = lazy(async () => ({ default: (await import('../comments/NodeComments.tsx')).NodeComments }));
const forms = new WeakMap<NodeType, FormField[]>();
const noIssues: Issue[] = [];

/** The form of a type, made from its schema once. */
function formFor(type: NodeType): FormField[] {
  const known = forms.get(type);
  if (known) return known;
  const made = formOf(type);
  forms.set(type, made);
  return made;
}

/** One node: its title, its fields as its schema declares them, its ways out, and what people say about it. */
export function NodeInspector({ id, node }: { id: string; node: FlowNode }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { store, proof, flowId, nodeTypes, editable } = desk;
  const [tab, setTab] = useState<'content' | 'ways' | 'comments'>('content');
  const said = useTalk(({ byNode }) => byNode[`${flowId}/${id}`]?.open ?? 0);
  const found = proof.state(({ byNode }) => byNode.get(`${flowId}/${id}`)) ?? noIssues;
  const fresh = useUi((state) => state.fresh === id);
  const issues = useMemo(() => (fresh ? found.filter((issue) => !isUnwritten(issue)) : found), [found, fresh]);
  const language = useUi((state) => state.language);
  const wish = useUi((state) => state.wish);
  const type = nodeTypes[node.type];
  const face = type && faceOf(type, node.data);
  const label = face?.label ?? node.type;
  const context = useMemo((): FieldContextValue => ({
    controls,
    base: ['nodes', id, 'data'], owner: id, issues, language, readOnly: !editable,
    set: (path, value, options = {}) => store.change(options.gesture ?? t('gesture.edit', { node: titleOf(store.getState().flow.nodes[id] ?? node, type) }), (flow) => putAt(flow, ['nodes', id, 'data', ...path], value), options.typing ? { typing: true } : {}),
  }), [id, issues, language, editable, store, t, node, type]);
  const form = type ? formFor(type) : [];
  const known = new Set(form.map(({ name }) => name));
  const exits = type?.exits(node.data) ?? [];
  const isOfWay = (field = ''): boolean => !known.has(field.split('.')[0] ?? '') && exits.some(({ id: exit }) => exit === field);
  const others = issues.filter(({ field }) => !field || (!known.has(field.split('.')[0] ?? '') && !isOfWay(field)));
  const ways = issues.filter(({ field }) => isOfWay(field));
  // Whoever wants to go to a field must see the fields, and still when it has been reached.
  const wished = isOfWay(wish?.field) ? 'ways' : 'content';
  if (wish && tab !== wished) setTab(wished);
  return (
    <FieldContext.Provider value={context}>
      <div className={styles.head}>
        <div className={styles.titleRow}>
          <Tile family={type?.group ?? 'plain'} size={28}><NodeIcon name={face?.icon ?? ''} size={16} /></Tile>
          <Title key={node.title ?? ''} id={id} title={titleOf(node, type)} readOnly={!editable} />
          {!editable && <IconButton label={t('sim.from.test')} keys="T" onClick={() => testFromHere(desk)}><IconPlayerPlay size={16} stroke={1.75} /></IconButton>}
          {editable && (
            <Menu position="bottom-end">
              <Menu.Target><IconButton label={t('inspector.menu')}><IconDots size={16} stroke={1.75} /></IconButton></Menu.Target>
              <Menu.Dropdown>
                <Menu.Item rightSection={<kbd>T</kbd>} onClick={() => testFromHere(desk)}>{t('sim.from.test')}</Menu.Item>
                <Menu.Item rightSection={<kbd>C</kbd>} onClick={() => { startConnecting(desk); desk.ui.getState().canvas?.focus(); }}>{t('command.connect')}</Menu.Item>
                <Menu.Item rightSection={<kbd>Ctrl D</kbd>} disabled={node.type === 'start'} onClick={() => duplicateSelection(desk)}>{t('inspector.duplicate')}</Menu.Item>
                <Menu.Item onClick={() => desk.ui.setState({ view: 'code', codeTab: 'json' })}>{t('json.edit')}</Menu.Item>
                <Menu.Divider />
                <Menu.Item data-danger rightSection={<kbd>Del</kbd>} disabled={node.type === 'start'} onClick={() => removeSelection(desk)}>{t('common.delete')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </div>
        <div className={styles.tabs}>
          <Tabs
            id="inspector" bare label={t('inspector.views')} value={tab} onChange={setTab}
            tabs={[
              { value: 'content', label: t('inspector.content') },
              ...(exits.length > 0 ? [{ value: 'ways' as const, label: ways.length > 0 ? <>{t('inspector.ways')}<Chip tone="bad" small>{ways.length}</Chip></> : t('inspector.ways') }] : []),
              { value: 'comments', label: said > 0 ? t('inspector.commentsCount', { count: said }) : t('comments.name') },
            ]}
          />
        </div>
      </div>
      <div className={styles.body} id="inspector-panel" role="tabpanel" aria-labelledby={`inspector-${tab}`} data-form>
        {tab === 'content' && (
          <>
            {!node.title && <p className={styles.doc}>{face?.doc || type?.doc || t('inspector.unknown', { type: label })}</p>}
            <Hints id="node-hint" issues={others} />
            <FieldList fields={form} path={[]} data={node.data} />
          </>
        )}
        {tab === 'ways' && <WaysOut id={id} exits={exits} issues={ways} />}
        {tab === 'comments' && <Suspense fallback={null}><NodeComments node={id} /></Suspense>}
      </div>
      <LastEdit id={id} />
    </FieldContext.Provider>
  );
}

function Title({ id, title, readOnly }: { id: string; title: string; readOnly: boolean }) {
  const { t } = useTranslation();
  const { store, ui } = useDesigner();
  return (
    <input
      className={styles.title} dir="auto" aria-label={t('canvas.title')} defaultValue={title} readOnly={readOnly} maxLength={120}
      onBlur={(event) => {
        const name = event.currentTarget.value.trim();
        if (!name) event.currentTarget.value = title;
        else if (name !== title) store.change(t('gesture.rename', { name }), (flow) => { const node = flow.nodes[id]; if (node) node.title = name; });
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') event.currentTarget.value = title;
        if (event.key === 'Enter' || event.key === 'Escape') ui.getState().canvas?.focus();
      }}
    />
  );
}
