import type { Turn } from '@parley/shared/api/sessions';
import { IconAlertOctagon, IconArrowBack, IconArrowRight, IconClockPause, IconEar, IconFlag3, IconGitBranch, IconPlayerPlay, IconSubtask, IconVariable } from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './TurnPanel.module.css';

type Step = Turn['steps'][number];

const said = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value) ?? '');

/** How each kind of step looks; its words are `conversations.step.<kind>`. Kinds that only repeat the picture are not here. */
const icons: Record<string, Icon> = {
  recognise: IconEar, recogniseNot: IconEar, guard: IconGitBranch, guardNot: IconGitBranch, enter: IconArrowRight, set: IconVariable, act: IconPlayerPlay, call: IconSubtask, return: IconArrowBack,
  shortcut: IconSubtask, rest: IconClockPause, end: IconFlag3, late: IconClockPause, ignore: IconEar, fail: IconAlertOctagon, limit: IconAlertOctagon,
};

/** The kind of a step as it reads: what held and what did not are two. */
function kindOf(step: Step): string {
  const did = said(step['did']);
  if (did === 'recognise' && !step['ok']) return 'recogniseNot';
  return did === 'guard' && !step['held'] ? 'guardNot' : did;
}

/** Every step of a turn in order, in words. */
export function StepList({ steps, titleOf }: { steps: Step[]; titleOf: (id: string) => string }) {
  const { t } = useTranslation();
  const rows = steps.filter((step, index) => {
    const did = said(step['did']);
    const before = steps.slice(0, index).findLast((other) => other['did'] === 'enter');
    return did in icons && !(did === 'enter' && (step['node'] === '' || before?.['node'] === step['node']));
  });
  return (
    <ol className={styles.steps}>
      {rows.map((step, index) => {
        const kind = kindOf(step);
        const Glyph = icons[kind];
        if (!Glyph) return null;
        const wordOf = (name: string, value: unknown): string => {
          if (name === 'node') return titleOf(said(value));
          if (name === 'value' && step['personal']) return '•••';
          if (name === 'for' || name === 'action') return t(`conversations.${name}.${said(value)}`, { defaultValue: said(value) });
          return said(value);
        };
        const words = Object.fromEntries(Object.entries(step).map(([name, value]) => [name, wordOf(name, value)]));
        return <li key={index} data-did={said(step['did'])}><Glyph size={14} stroke={1.75} aria-hidden="true" /><span>{t(`conversations.step.${kind}`, words)}</span></li>;
      })}
    </ol>
  );
}
