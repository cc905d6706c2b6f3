import { canonicalJson } from '@parley/shared/lib/json';
import type { Json } from '@parley/shared/lib/json';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../ui/Chip.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import type { VariableNow } from './host/variables.ts';
import { shownValue } from './valueText.ts';
import { VariableEditor } from './VariableEditor.tsx';
import styles from './Simulator.module.css';

/** More than these that nobody has set are folded: the phone needs the room. */
const most = 4;

/** Variables as they stand where the conversation is looked at; each can be given another value. `masks` hides what is personal until somebody wants to see it. */
export function Variables({ variables, byHand, masks, records, onForget, onPut }: {
  variables: VariableNow[];
  /** What the author set, by `<flow> <name>`. */
  byHand: Readonly<Record<string, Json>>;
  masks: boolean;
  records: number;
  onForget: () => void;
  /** Unset = nothing can be set yet. */
  onPut: ((name: string, value: Json) => void) | undefined;
}) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const [edited, setEdited] = useState<string>();
  if (variables.length === 0 && records === 0) return null;
  const set = variables.filter(({ value, changed }) => value !== undefined || changed);
  const unset = variables.length - set.length;
  const folded = unset > most && !all;
  const toggle = (name: string): void => {
    const next = new Set(seen);
    if (!next.delete(name)) next.add(name);
    setSeen(next);
  };
  return (
    <section className={styles.variables} aria-label={t('simulator.variables')} tabIndex={0}>
      <dl>
        {(folded ? set : variables).map((variable, place) => {
          const { name, value, type, personal, changed, flow, home, fixed } = variable;
          // A flow can be under way twice: the place tells its variables apart.
          const key = `${flow ?? ''} ${name}${fixed ? ` ${place}` : ''}`;
          const masked = masks && personal && !seen.has(name);
          const shown = shownValue(value, type);
          const mine = byHand[`${home} ${name}`];
          const own = mine !== undefined && canonicalJson(mine) === canonicalJson(value ?? null);
          const content = value === undefined ? <span data-quiet>{t('simulator.notSet')}</span> : masked ? <span><span aria-hidden="true">••••••</span><span className="sr">{t('simulator.masked')}</span></span> : <bdi title={shown}>{shown === '' ? '“”' : shown}</bdi>;
          return (
            <div key={key} data-edited={edited === key || undefined}>
              <dt title={flow === undefined ? name : t('simulator.own', { name })} data-local={flow !== undefined || undefined}>{name}</dt>
              <dd>
                {edited === key && onPut
                  ? <VariableEditor variable={variable} onCancel={() => setEdited(undefined)} onPut={(next) => { setEdited(undefined); onPut(name, next); }} />
                  : (
                    <>
                      {onPut && !masked && !fixed ? <button type="button" className={styles.value} aria-label={`${t('sim.variable.change', { name })}: ${value === undefined ? t('simulator.notSet') : shown}`} onClick={() => setEdited(key)}>{content}</button> : content}
                      {masks && personal && value !== undefined && <IconButton size="xs" label={t(masked ? 'simulator.show' : 'simulator.hide', { name })} onClick={() => toggle(name)}>{masked ? <IconEye size={12} stroke={2} /> : <IconEyeOff size={12} stroke={2} />}</IconButton>}
                      {own ? <Chip tone="info" small>{t('sim.byYou')}</Chip> : changed && <Chip tone="thread" small>{t('simulator.changed')}</Chip>}
                    </>
                  )}
              </dd>
            </div>
          );
        })}
        {unset > most && <div><dd><button type="button" className={styles.link} aria-expanded={!folded} onClick={() => setAll(folded)}>{t(folded ? 'simulator.showUnset' : 'simulator.hideUnset', { count: unset })}</button></dd></div>}
        {records > 0 && <div><dt>{t('simulator.records')}</dt><dd><span>{t('simulator.kept', { count: records })}</span><button type="button" className={styles.link} onClick={onForget}>{t('simulator.forget')}</button></dd></div>}
      </dl>
    </section>
  );
}
