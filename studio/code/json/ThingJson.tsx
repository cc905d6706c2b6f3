import { Suspense, lazy, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { arranged } from '@parley/shared/flow/jsonSchemas';
import { valueAt } from '../../store/collision.ts';
import { useDesigner, useFlow, useFlowNames } from '../../store/designerContext.ts';
import { CodeBones } from '../CodeBones.tsx';
import { applyDraft } from './applyDraft.ts';
import { keepDraft, useDrafts } from './drafts.ts';
import { judge, marksOf } from './judge.ts';
import { JsonBar } from './JsonBar.tsx';
import { changedSince } from './mergeDraft.ts';
import { schemaOf } from './thing.ts';
import type { Thing } from './thing.ts';
import styles from '../Code.module.css';

const JsonEditor = lazy(async () => ({ default: (await import('../../ui/code/JsonEditor.tsx')).JsonEditor }));

/** A text longer than this is looked at, not typed in: each letter would be judged whole. */
const longest = 400_000;

/**
 * A node, a note or the whole flow as JSON. What is typed is a text of its own until it is applied: then only what was changed in it
 * is changed in the drawing, as one gesture. `onText` hears the text that is shown, for copying.
 */
export function ThingJson({ thing, title, onText }: { thing: Thing; title: string; onText: (text: string) => void }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { flowId, nodeTypes, editable, proof } = desk;
  const flow = useFlow();
  const names = useFlowNames();
  const key = [flowId, ...thing.path].join('/');
  const draft = useDrafts((all) => all[key]);
  const value = valueAt(flow, thing.path);
  const type = thing.is === 'node' ? flow.nodes[thing.path[1] ?? '']?.type : thing.is;
  const schema = useMemo(
    () => schemaOf(thing, flow, nodeTypes, { variables: flow.variables, flows: names }),
    // Of the flow only the variables and this node's type count.
    // eslint-disable-next-line react/exhaustive-deps
    [key, type, flow.variables, nodeTypes, names],
  );
  const drawn = useMemo(() => JSON.stringify(arranged(value, schema), null, 2) ?? '', [value, schema]);
  const text = draft?.text ?? drawn;
  useEffect(() => onText(text), [text, onText]);
  const readOnly = !editable || drawn.length > longest;
  const settled = useDeferredValue(text);
  const judged = useMemo(() => judge(settled, thing, { flow, nodeTypes, say: t }), [settled, thing, flow, nodeTypes, t]);
  const issues = proof.state(({ issues: all }) => all);
  const marks = useMemo(() => (judged.ok ? marksOf(issues, thing, flowId, judged.root) : judged.marks), [judged, issues, thing, flowId]);
  const others = useMemo(() => (draft ? changedSince(flow, { path: thing.path, base: draft.base }) : []), [draft, flow, thing]);
  const [pressed, setPressed] = useState(0);
  const apply = (): void => {
    setPressed((times) => times + 1);
    if (draft) applyDraft(desk, { thing, key, draft, title, say: t });
  };
  return (
    <div className={styles.json}>
      <div className={styles.fill}>
        <Suspense fallback={<CodeBones />}>
          <JsonEditor key={key} text={text} schema={schema} readOnly={readOnly} label={t('json.label', { name: title })} marks={marks} onSave={apply} onChange={(next) => keepDraft(key, next === drawn || value === undefined ? undefined : { base: draft?.base ?? value, text: next })} />
        </Suspense>
      </div>
      <JsonBar judged={judged} draft={draft !== undefined} why={!editable ? 'look' : readOnly ? 'long' : undefined} others={others} pressed={pressed} onApply={apply} onDiscard={() => keepDraft(key, undefined)} />
    </div>
  );
}
