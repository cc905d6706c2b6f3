import type { Template } from '@parley/shared/api/gallery';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { galleryQuery } from '../../api/bots.ts';
import styles from './Templates.module.css';

/** What a new bot begins with: an empty flow, or one of the bots that come along. */
export function Templates({ chosen, onChoose }: { chosen: Template | undefined; onChoose: (template: Template | undefined) => void }) {
  const { t, i18n } = useTranslation();
  const { data = [] } = useQuery(galleryQuery);
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const card = (key: string, { name, about, facts }: { name: string; about: string; facts?: string }, template?: Template) => (
    <label key={key} className={styles.card}>
      <input type="radio" name="template" checked={chosen?.id === template?.id} onChange={() => onChoose(template)} />
      <span className={styles.name}>{name}</span>
      <span className={styles.about}>{about}</span>
      {facts && <span className={styles.facts}>{facts}</span>}
    </label>
  );
  return (
    <fieldset className={styles.list}>
      <legend className={styles.legend}>{t('bots.beginWith')}</legend>
      {card('', { name: t('bots.emptyFlow'), about: t('bots.emptyFlowAbout') })}
      {data.map((template) => card(template.id, { ...template, facts: `${t('bots.nodes', { count: template.nodes })} · ${template.languages.map((tag) => names.of(tag) ?? tag).join(', ')}` }, template))}
    </fieldset>
  );
}
