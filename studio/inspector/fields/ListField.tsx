import { forgetTranslations } from '@parley/shared/flow/removeAll';
import { Button } from '@mantine/core';
import { makeId } from '@parley/shared/lib/id';
import type { Json, JsonObject } from '@parley/shared/lib/json';
import { inOrder } from '@parley/shared/nodes/walkFields';
import { translationKey } from '@parley/shared/flow/textsOf';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { told } from '../../commands/actions.ts';
import { useDesigner, useFlowState, useUi } from '../../store/designerContext.ts';
import { putAt, readAt } from '@parley/shared/flow/putAt';
import { Hints, useFieldIssues } from '../FieldFrame.tsx';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';
import { LanguageChips } from '../LanguageChips.tsx';
import { foldsEntries } from '../FoldedEntry.tsx';
import { ListEntry } from '../ListEntry.tsx';
import styles from '../Field.module.css';

/** Ordered children: added, typed, moved by hand or by Alt with the arrows, and removed. */
export function ListField(props: FieldProps) {
  const { t } = useTranslation();
  const { store, random, flowId } = useDesigner();
  const { field, path, value } = props;
  const { base, owner, readOnly } = useFieldContext();
  const { issues: all, language } = useFieldContext();
  const { issues: own } = useFieldIssues(path);
  const list = useRef<HTMLDivElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const made = useRef(new Set<string>());
  const [dragged, setDragged] = useState<string>();
  const first = useFlowState(({ flow }) => flow.languages[0]);
  const entries = inOrder(objectOf(value)).map(([id, entry]): [string, JsonObject] => [id, objectOf(entry)]);
  // Long entries are worked on one at a time; whoever wants to go to a field must see it, and still when it has been reached.
  const [worked, setWorked] = useState<string>();
  const wish = useUi((state) => state.wish?.field);
  const wished = entries.find(([id]) => wish?.startsWith(`${[...path, id].join('.')}.`))?.[0];
  if (wished !== undefined && wished !== worked) setWorked(wished);
  const foldedOf = (id: string): boolean | undefined => (foldsEntries(field) ? entries.length > 1 && id !== worked : undefined);
  const { item } = field.meta;
  const max = item?.max;
  const translated = field.fields.filter(({ meta }) => meta.translatable && !meta.advanced);
  const keys = entries.flatMap(([id, entry]) => translated.map(({ name }) => ({ key: translationKey(owner, [...path, id, name]), original: String(entry[name] ?? '') })));

  const change = (gesture: string, recipe: (map: JsonObject) => void): boolean => told(store.change(gesture, (flow) => {
    const map = readAt(flow, [...base, ...path]);
    if (typeof map === 'object' && map !== null && !Array.isArray(map)) recipe(map);
    else {
      const fresh: JsonObject = {};
      recipe(fresh);
      putAt(flow, [...base, ...path], fresh);
    }
  }));
  // What is wrong in rows is said below them; framed entries say it themselves.
  const plain = field.fields.filter(({ meta }) => !meta.advanced);
  const inRows = plain.length === 1 ? all.filter(({ field: at, check }) => at?.startsWith(`${path.join('.')}.`) && at.endsWith(`.${plain[0]?.name}`) && (language !== undefined || !check.startsWith('translation'))).slice(0, 3) : [];
  const issues = [...own, ...inRows];

  const focusEntry = (id: string): void => {
    const control = (): HTMLElement | null | undefined => list.current?.querySelector<HTMLElement>(`[data-entry="${id}"] :is(textarea, input, [data-fold])`);
    const there = control();
    // At once where the row is there already: what is typed next would else still go into the row before.
    there?.focus();
    // One that was just made, or moved and thereby lost the keyboard.
    requestAnimationFrame(() => { if (!there || document.activeElement === document.body) control()?.focus(); });
  };
  const addAfter = (place: number): void => {
    if (readOnly || (max !== undefined && entries.length >= max)) return;
    const id = makeId(random);
    const [before, after] = [orderAt(entries, place), orderAt(entries, place + 1)];
    const order = before === undefined ? 1 : after === undefined ? Math.floor(before) + 1 : (before + after) / 2;
    const fresh: JsonObject = Object.fromEntries(field.fields.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, structuredClone(initial)]])));
    // Drawn before the next key comes: what a fast typist types next would else go into the row before.
    const added = flushSync(() => {
      setWorked(id);
      return change(t('gesture.addEntry', { entry: item?.label ?? field.meta.label }), (map) => { map[id] = { ...fresh, order }; });
    });
    if (!added) return;
    made.current.add(id);
    focusEntry(id);
  };
  /**
   * Enter goes on to the row below while it is empty, and makes one where there is none. In an empty row that Enter made it ends
   * the list; whoever translates only goes on, because rows are made in the first language.
   */
  const goOn = (id: string, place: number, text: string): void => {
    const [next] = plain;
    const below = entries[place + 1];
    const translating = language !== undefined && language !== first;
    if (translating || (below && next && below[1][next.name] === '' && plain.length === 1)) {
      if (below) focusEntry(below[0]);
    } else if (text === '' && made.current.has(id)) {
      if (remove(id)) requestAnimationFrame(() => addButton.current?.focus());
    } else addAfter(place);
  };
  const remove = (id: string): boolean => {
    made.current.delete(id);
    return told(store.change(t('gesture.removeEntry', { entry: item?.label ?? field.meta.label }), (flow) => {
      const map = readAt(flow, [...base, ...path]);
      if (typeof map === 'object' && map !== null && !Array.isArray(map)) delete map[id];
      const prefix = translationKey(owner, [...path, id]);
      forgetTranslations(flow, (key) => key.startsWith(`${prefix}.`));
      // The way out of an entry goes with it.
      for (const [edge, { from, exit }] of Object.entries(flow.edges)) if (from === owner && exit === id) delete flow.edges[edge];
    }));
  };
  const fold = (id: string, folded: boolean): void => {
    flushSync(() => setWorked(folded ? undefined : id));
    focusEntry(id);
  };
  const removeAndStay = (id: string, place: number): void => {
    const neighbour = entries[place + 1] ?? entries[place - 1];
    if (remove(id) && neighbour) focusEntry(neighbour[0]);
  };
  /** A row that was made to go on and then left empty was not wanted. */
  const leave = (id: string, text: string): void => {
    if (text === '' && made.current.has(id) && (language === undefined || language === first)) remove(id);
  };
  const move = (id: string, to: number): void => {
    const others = entries.filter(([other]) => other !== id);
    const place = Math.max(0, Math.min(to, others.length));
    const [before, after] = [orderAt(others, place - 1), orderAt(others, place)];
    const order = before === undefined ? (after ?? 1) - 1 : after === undefined ? before + 1 : (before + after) / 2;
    if (change(t('gesture.moveEntry'), (map) => { const entry = map[id]; if (typeof entry === 'object' && entry !== null && !Array.isArray(entry)) entry['order'] = order; })) focusEntry(id);
  };

  return (
    <div className={styles.field} data-field={path.join('.')} role="group" aria-label={field.meta.label} data-flow={flowId}>
      <div className={styles.label}>
        <span>{field.meta.label}</span>
        <span className={styles.aside}>
          {entries.length > 0 && max !== undefined && <span className={styles.count}>{t('field.ofMost', { count: entries.length, most: max })}</span>}
          {keys.length > 0 && <LanguageChips translationKeys={keys} />}
        </span>
      </div>
      <div ref={list} className={styles.opts}>
        {entries.map(([id, entry], place) => (
          <ListEntry
            key={id} field={field} id={id} entry={entry} path={[...path, id]} dragged={dragged === id} folded={foldedOf(id)} onFold={entries.length > 1 ? (folded) => fold(id, folded) : undefined}
            onNext={(text) => goOn(id, place, text)} onLeave={(text) => leave(id, text)} onRemove={() => removeAndStay(id, place)} onMove={(step) => move(id, place + step)}
            onDragStart={() => setDragged(id)} onDragEnd={() => setDragged(undefined)} onDropHere={() => { if (dragged && dragged !== id) move(dragged, entries.findIndex(([other]) => other === dragged) < place ? place : place); setDragged(undefined); }}
          />
        ))}
      </div>
      <Hints id={`${path.join('-')}-hint`} help={field.meta.help} issues={issues} />
      {!readOnly && (max === undefined || entries.length < max) && <Button ref={addButton} size="sm" variant="subtle" className={styles.add ?? ''} leftSection={<IconPlus size={14} stroke={1.75} />} onClick={() => addAfter(entries.length - 1)}>{item?.add ?? t('common.add')}</Button>}
    </div>
  );
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function orderAt(entries: readonly [string, JsonObject][], place: number): number | undefined {
  const order = entries[place]?.[1]['order'];
  return typeof order === 'number' ? order : undefined;
}
