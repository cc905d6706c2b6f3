import { Button } from '@mantine/core';
import type { Change } from '@parley/shared/api/releases';
import { IconArrowsMove, IconChevronRight, IconMinus, IconPencil, IconPlus, IconRestore } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../api/queries.ts';
import { FieldChange } from '../changes/FieldChange.tsx';
import { useFlowNames } from '../store/designerContext.ts';
import { keyOf } from './compareRows.ts';
import type { CompareRow } from './compareRows.ts';
import { canRestore } from './restore.ts';
import { useRestore } from './useRestore.ts';
import type { PastMoment } from './useRestore.ts';
import styles from './Compare.module.css';

/** So many lines are drawn at once; a drawing replaced whole has thousands. */
const most = 200;
const icons = { added: IconPlus, changed: IconPencil, removed: IconMinus };
const marks = { added: 'new', changed: 'changed', removed: 'removed' } as const;

/** The version that things are put back from, where there is one. */
interface Past extends PastMoment {
  when: string;
}

/** What is different, a line per thing that unfolds field by field; choosing a line goes there on both canvases, and each can be put back. */
export function CompareList({ rows, at, flowId, nothing, onChoose, past }: { rows: readonly CompareRow[]; at: string | undefined; flowId: string; nothing: string; onChoose: (change: Change) => void; past: Past | undefined }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(most);
  const here = rows.findIndex(({ change }) => keyOf(change) === at);
  const visible = rows.slice(0, Math.max(shown, here + 1));
  return (
    <div className={styles.list}>
      <header className={styles.listHead}><h3>{t('compare.list')}</h3>{rows.length > 0 && <span role="status" data-keys={here < 0 || undefined}>{here >= 0 ? t('compare.shown', { at: here + 1, count: rows.length }) : t('compare.keys')}</span>}</header>
      {rows.length === 0 ? <p className={styles.nothing}>{nothing}</p> : (
        <ol className={styles.rows} aria-label={t('compare.list')}>
          {visible.map((row, index) => (
            <Row key={keyOf(row.change)} row={row} heading={row.sort === visible[index - 1]?.sort ? undefined : t(`compare.sorts.${row.sort}`)} chosen={keyOf(row.change) === at} flowId={flowId} past={past} onChoose={() => onChoose(row.change)} />
          ))}
          {visible.length < rows.length && <li className={styles.moreRows}><Button size="xs" onClick={() => setShown(visible.length + most)}>{t('compare.showMore', { count: Math.min(most, rows.length - visible.length) })}</Button></li>}
        </ol>
      )}
    </div>
  );
}

function Row({ row: { change, reading, sort }, heading, chosen, flowId, past, onChoose }: { row: CompareRow; heading: string | undefined; chosen: boolean; flowId: string; past: Past | undefined; onChoose: () => void }) {
  const { t } = useTranslation();
  const details = useId();
  const button = useRef<HTMLButtonElement>(null);
  const me = useQuery(meQuery);
  const names = useFlowNames();
  const restore = useRestore();
  useEffect(() => { if (chosen) button.current?.scrollIntoView({ block: 'nearest' }); }, [chosen]);
  const mayRestore = (me.data?.rights.includes('bots.edit') ?? false) && past?.set.flows[flowId] !== undefined && names[flowId] !== undefined && canRestore(change);
  const { name, sort: kindOfThing, summary, fields } = reading;
  const Sign = sort === 'moved' ? IconArrowsMove : icons[change.kind];
  const word = sort === 'moved' ? t('publish.position') : { added: t('publish.new_'), changed: t('publish.changed_'), removed: t('publish.removed_') }[change.kind];
  const putBack = (paths?: readonly (readonly string[])[]): void => { if (past) void restore.one(past, flowId, change, { name, ...(paths && { paths }) }); };
  return (
    <li className={styles.item} data-chosen={chosen || undefined}>
      {heading && <h4 className={styles.sort}>{heading}</h4>}
      <button ref={button} type="button" className={styles.row} aria-expanded={chosen} aria-controls={chosen ? details : undefined} onClick={onChoose}>
        <IconChevronRight className={styles.chevron} size={14} stroke={1.75} aria-hidden="true" />
        <i data-mark={sort === 'moved' ? 'moved' : marks[change.kind]}><Sign size={12} stroke={2} aria-hidden="true" /></i>
        <b className="cut" dir="auto" title={name}>{name}</b>
        {kindOfThing && <small>{kindOfThing}</small>}
        <span className={styles.brief}>{change.kind === 'changed' && fields.length > 0 ? <span className="cut">{fields.map(({ label }) => label).filter(Boolean).join(', ') || t('compare.fields', { count: fields.length })}</span> : <><span>{word}</span>{summary && <span className="cut" dir="auto">{summary}</span>}</>}</span>
      </button>
      {chosen && (
        <div id={details} className={styles.details}>
          {(change.kind !== 'changed' || fields.length === 0) && <p><span className={styles.word} data-mark={marks[change.kind]}>{word}</span> {summary && <span dir="auto">{summary}</span>}</p>}
          {change.kind === 'changed' && fields.map((field) => (
            <div key={field.paths.join()} className={styles.fieldLine}>
              <FieldChange field={field} />
              {mayRestore && fields.length > 1 && <Button size="xs" variant="subtle" aria-label={`${t('compare.restore')}: ${field.label}`} onClick={() => putBack(field.paths)}>{t('compare.restore')}</Button>}
            </div>
          ))}
          {mayRestore && <Button size="xs" leftSection={<IconRestore size={14} stroke={1.75} aria-hidden="true" />} title={t('compare.restoreHelp', { when: past?.when })} onClick={() => putBack()}>{t('compare.restore')}</Button>}
        </div>
      )}
    </li>
  );
}
