import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { select } from '../../commands/actions.ts';
import { titleOf } from '../../store/cardOf.ts';
import { useDesigner } from '../../store/designerContext.ts';
import { toast } from '../../ui/toast.tsx';
import { useDrafts } from './drafts.ts';
import type { Thing } from './thing.ts';

/** Texts begun on other things and not applied: the way back to each. What is gone from the drawing can still be copied. */
export function DraftsMenu({ shown }: { shown: Thing }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { book, nodeTypes, flowId, openFlow } = desk;
  const drafts = useDrafts();
  const flows = book.flows.getState();
  const others = Object.entries(drafts).flatMap(([key, { text }]) => {
    const [flow = '', ...path] = key.split('/');
    const entry = flows[flow];
    if (!entry || key === [flowId, ...shown.path].join('/')) return [];
    const [map, id = ''] = path;
    const document = entry.store.getState().flow;
    const node = map === 'nodes' ? document.nodes[id] : undefined;
    const there = map === undefined || node !== undefined || document.notes[id] !== undefined;
    const name = node ? titleOf(node, nodeTypes[node.type]) : map === undefined ? entry.head.name : map === 'notes' ? t('canvas.note') : id;
    return [{ key, flow, id, text, there, name }];
  });
  if (others.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target><Button size="sm" variant="subtle">{t('json.drafts', { count: others.length })}</Button></Menu.Target>
      <Menu.Dropdown>
        {others.map(({ key, flow, id, text, there, name }) => (
          <Menu.Item key={key} onClick={() => {
            if (!there) {
              void navigator.clipboard.writeText(text).then(() => toast(t('json.copied')));
              return;
            }
            if (flow !== flowId) openFlow(flow);
            select(desk, id ? [id] : [], { reveal: true });
          }}>{there ? name : t('json.goneDraft', { name })}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
