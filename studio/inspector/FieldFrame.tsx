import { IconAlertOctagon } from '@tabler/icons-react';
import { translationKey } from '@parley/shared/flow/textsOf';
import type { Issue, Severity } from '@parley/shared/issues/issue';
import type { ReactNode } from 'react';
import { SeverityIcon } from '../issues/SeverityIcon.tsx';
import { useFieldContext } from './fieldContext.ts';
import type { FieldProps } from './fieldContext.ts';
import { LanguageChips } from './LanguageChips.tsx';
import { TypedBy } from './TypedBy.tsx';
import styles from './Field.module.css';

const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** The issues of one field, the worst first. */
export function useFieldIssues(path: readonly string[]): { issues: Issue[]; tone: Severity | undefined } {
  const { issues, language } = useFieldContext();
  const name = path.join('.');
  // The chips say which translations are missing; sentences about them belong to the language they are about.
  const here = issues.filter(({ field, check }) => field === name && (language !== undefined || !check.startsWith('translation'))).toSorted((a, b) => rank[a.severity] - rank[b.severity]);
  return { issues: here, tone: here[0]?.severity };
}

/** The id of a field's control, for its label. */
export function fieldId(owner: string, path: readonly string[]): string {
  return `field-${owner}-${path.join('-')}`;
}

/** What stands around a control: label above, help below in text-2, errors below with their octagon. */
export function FieldFrame({ field, path, value, bare = false, problem, right, children }: FieldProps & { problem?: string | undefined; right?: ReactNode; children: ReactNode }) {
  const { owner } = useFieldContext();
  const { issues } = useFieldIssues(path);
  const id = fieldId(owner, path);
  const translatable = field.meta.translatable && typeof value === 'string';
  return (
    <div className={styles.field} data-owner={owner} data-field={path.join('.')}>
      {!bare && (
        <div className={styles.label}>
          <label htmlFor={id}>{field.meta.label}</label>
          <span className={styles.aside}>{right}{translatable && <LanguageChips translationKeys={[{ key: translationKey(owner, path), original: value }]} />}</span>
        </div>
      )}
      {children}
      <TypedBy field={`${owner}/${path.join('.')}`} />
      <Hints id={`${id}-hint`} help={bare ? undefined : field.meta.help} problem={problem} issues={bare ? [] : issues} />
    </div>
  );
}

/** Help and what is wrong, below a control. */
export function Hints({ id, help, problem, issues }: { id: string; help?: string | undefined; problem?: string | undefined; issues: readonly Issue[] }) {
  // Several rows may lack the same thing: said once.
  const said = [...new Map(issues.map((issue) => [issue.here ?? issue.message, issue])).entries()];
  if (!help && !problem && said.length === 0) return null;
  return (
    <div id={id}>
      {problem && <p className={styles.hint} data-tone="error" role="alert"><IconAlertOctagon size={14} stroke={1.75} aria-hidden="true" /><span>{problem}</span></p>}
      {said.map(([words, { severity }]) => <p key={words} className={styles.hint} data-tone={severity}><SeverityIcon severity={severity} size={14} /><span>{words}</span></p>)}
      {help && !problem && said.length === 0 && <p className={styles.hint}>{help}</p>}
    </div>
  );
}
