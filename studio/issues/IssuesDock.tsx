import { IconChevronDown, IconChevronUp, IconCircleCheck } from '@tabler/icons-react';
import { issueKey } from '@parley/shared/issues/issue';
import type { Issue } from '@parley/shared/issues/issue';
import { nodeName } from '@parley/shared/issues/subject';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { select } from '../commands/actions.ts';
import { titleOf } from '../store/cardOf.ts';
import { useDesigner, useFlowNames, useUi } from '../store/designerContext.ts';
import { Chip } from '../ui/Chip.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { nameOfLanguage } from '../ui/nameOfLanguage.ts';
import { applyFix, goToIssue } from './goToIssue.ts';
import { issueRows, sayBeside } from './issueRows.ts';
import type { IssueRow } from './issueRows.ts';
import { SeverityIcon } from './SeverityIcon.tsx';
import styles from './IssuesDock.module.css';

const rowHeight = 37;
const inSight = 6;
const around = 6;
const rank = { error: 0, warning: 1, info: 2 };

/** What the proof found, under the canvas: a row goes to its node and field, its fix is a link. */
export function IssuesDock() {
  const { t } = useTranslation();
  const { ui, proof, flowId } = useDesigner();
  const { issues, nodes, ms, known, failure } = proof.state();
  const opened = useUi((state) => state.issues);
  // The worst first, and of those what can be seen on the canvas.
  const elsewhere = ({ flow }: Issue): number => Number(flow !== flowId);
  const sorted = issues.toSorted((a, b) => rank[a.severity] - rank[b.severity] || elsewhere(a) - elsewhere(b));
  const count = (severity: Issue['severity']): number => issues.filter((issue) => issue.severity === severity).length;
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
  const clear = known && !failure && issues.length === 0;
  return (
    <section className={styles.dock} aria-label={t('issues.name')} data-panel="issues" tabIndex={-1}>
      <header className={styles.head}>
        <h3>{t('issues.name')}</h3>
        <span role="status" style={{ display: 'inline-flex', gap: 8 }}>
          {errors > 0 && <Chip tone="bad">{t('issues.errors', { count: errors })}</Chip>}
          {warnings > 0 && <Chip tone="warn">{t('issues.warnings', { count: warnings })}</Chip>}
          {infos > 0 && <Chip tone="info">{t('issues.infos', { count: infos })}</Chip>}
          {clear && <span className={styles.clear}><IconCircleCheck size={16} stroke={1.75} aria-hidden="true" />{t('issues.noneChecked', { count: nodes, ms: Math.max(1, Math.round(ms)) })}</span>}
        </span>
        <span className={styles.grow} />
        {!known && !failure && <span className={styles.checked}>{t('issues.checking')}</span>}
        {failure ? <span className={`${styles.checked} ${styles.error}`}>{t('issues.failed')}</span> : known && !clear && <span className={styles.checked}>{t('issues.checked', { count: nodes, ms: Math.max(1, Math.round(ms)) })}</span>}
        {issues.length > 0 && <IconButton label={opened ? t('issues.fold') : t('issues.unfold')} size="xs" pressed={opened} onClick={() => ui.setState({ issues: !opened })}>{opened ? <IconChevronDown size={14} stroke={1.75} /> : <IconChevronUp size={14} stroke={1.75} />}</IconButton>}
      </header>
      {opened && issues.length > 0 && <Rows rows={issueRows(sorted)} />}
    </section>
  );
}

/** The rows in sight and a few around them: a large drawing under work has hundreds. */
function Rows({ rows }: { rows: readonly IssueRow[] }) {
  const { t } = useTranslation();
  const [top, setTop] = useState(0);
  const first = Math.max(0, Math.floor(top / rowHeight) - around);
  const shown = rows.slice(first, first + inSight + 2 * around);
  return (
    <div className={styles.scroll} onScroll={(event) => setTop(event.currentTarget.scrollTop)} role="region" aria-label={t('issues.list')} tabIndex={-1}>
      <ul style={{ height: rows.length * rowHeight, paddingTop: first * rowHeight }}>
        {shown.map(({ issue, count }, index) => (count > 1
          ? <MissingTexts key={`${issueKey(issue)}${first + index}`} issue={issue} count={count} place={first + index + 1} of={rows.length} />
          : <Row key={`${issueKey(issue)}${first + index}`} issue={issue} place={first + index + 1} of={rows.length} />))}
      </ul>
    </div>
  );
}

/** Texts that a language lacks, all in one row: they are written in their table. */
function MissingTexts({ issue, count, place, of }: { issue: Issue; count: number; place: number; of: number }) {
  const { t } = useTranslation();
  const { ui, book } = useDesigner();
  const languages = (book.flows.getState()[book.main]?.store.getState().flow.languages ?? []).slice(1);
  const text = t('issues.missingTexts', { count, languages: languages.map(nameOfLanguage).join(', ') });
  const open = (): void => ui.setState({ view: 'translations' });
  return (
    <li className={styles.row} aria-posinset={place} aria-setsize={of}>
      <button type="button" className={styles.go} title={text} onClick={open}>
        <SeverityIcon severity={issue.severity} />
        <span className="cut"><span className={styles.where}>{t('issues.texts')}</span><span className={styles.say}>{text}</span></span>
      </button>
      <button type="button" className={styles.fix} onClick={open}>{t('issues.translate')}</button>
    </li>
  );
}

function Row({ issue, place, of }: { issue: Issue; place: number; of: number }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { book, ui, nodeTypes, flowId, editable } = desk;
  const names = useFlowNames();
  const flow = book.flows.getState()[issue.flow]?.store.getState().flow;
  const node = issue.nodeId ? flow?.nodes[issue.nodeId] : undefined;
  const name = node ? titleOf(node, nodeTypes[node.type]) : '';
  const where = [issue.flow === flowId ? '' : issue.flow === book.main ? t('designer.mainFlow') : names[issue.flow] ?? '', name || (issue.nodeId ? '' : t('issues.flow'))].filter(Boolean).join(' / ');
  const light = (lit: string | undefined): void => ui.setState({ lit });
  return (
    // Pointing only lights the card; what can be done is in the buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className={styles.row} aria-posinset={place} aria-setsize={of} onMouseEnter={() => light(issue.nodeId)} onMouseLeave={() => light(undefined)}>
      <button type="button" className={styles.go} title={issue.message} onFocus={() => light(issue.nodeId)} onBlur={() => light(undefined)} onClick={() => goToIssue(desk, issue)}>
        <SeverityIcon severity={issue.severity} />
        <span className="cut"><bdi className={styles.where}>{where}</bdi><span className={styles.say}>{sayBeside(issue.message, node ? nodeName(node, nodeTypes[node.type]) : '')}</span></span>
      </button>
      {editable && issue.check === 'unconnected' && issue.flow === flowId && node && (
        <button type="button" className={styles.fix} onClick={(event) => {
          // The way out that leads nowhere is the last of the field's path.
          const { left, top } = event.currentTarget.getBoundingClientRect();
          select(desk, [issue.nodeId ?? ''], { reveal: true });
          ui.setState({ adding: { screen: { x: left, y: top }, after: { node: issue.nodeId ?? '', exit: issue.field?.split('.').at(-1) ?? '' } } });
        }}>{t('issues.addThere')}</button>
      )}
      {editable && [issue.fix, issue.fix?.or].map((change) => change && <button key={change.label} type="button" className={styles.fix} title={change.label} onClick={() => applyFix(desk, issue, change)}>{change.label}</button>)}
    </li>
  );
}
