import type { Turn } from '@parley/shared/api/sessions';
import { useTranslation } from 'react-i18next';
import styles from './TurnPanel.module.css';

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value) ?? '');

/** The last value each variable was given in these turns. */
function valuesOf(turns: Turn[]): Map<string, { value: unknown; personal: boolean }> {
  return new Map(turns.flatMap(({ steps }) => steps.flatMap((step) => (step['did'] === 'set' && typeof step['variable'] === 'string' ? [[step['variable'], { value: step['value'], personal: step['personal'] === true }] as const] : []))));
}

/** What a turn gave variables: the name, what it was before, what it is now. */
export function SetValues({ turn, turns }: { turn: Turn; turns: Turn[] }) {
  const { t } = useTranslation();
  const set = [...valuesOf([turn])];
  if (set.length === 0) return null;
  const before = valuesOf(turns.slice(0, turns.indexOf(turn)));
  const words = (value: { value: unknown; personal: boolean } | undefined) => (!value || value.value === '' || value.value === null ? t('conversations.empty_') : value.personal ? '•••' : shown(value.value));
  return (
    <section>
      <h3>{t('conversations.set')}</h3>
      <dl className={styles.set}>
        {set.map(([name, value]) => <div key={name}><dt>{name}</dt><dd><span dir="auto">{words(before.get(name))}</span><i aria-hidden="true">→</i><b dir="auto">{words(value)}</b></dd></div>)}
      </dl>
    </section>
  );
}
