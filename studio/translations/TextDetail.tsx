import { Button } from '@mantine/core';
import { sayHoles } from '@parley/shared/expressions/holes';
import { lettersOf } from '@parley/shared/translations/lengths';
import type { TextCell, TextRow } from '@parley/shared/translations/textRows';
import { IconAlertOctagon, IconAlertTriangle, IconChevronDown, IconCircleCheck, IconFocus2, IconRobot } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOfLanguage } from '../ui/nameOfLanguage.ts';
import { directionOf } from '../simulator/phone/direction.ts';
import { useDesigner } from '../store/designerContext.ts';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import { Tile } from '../ui/Tile.tsx';
import { usePhone } from '../ui/usePhone.ts';
import { acceptTexts, goToText } from './editTexts.ts';
import { Marked } from './Marked.tsx';
import { nodeTypeOf } from './nodeTypeOf.ts';
import { useOldTexts } from './useOldTexts.ts';
import styles from './Texts.module.css';

/** All about the chosen text: the original, the translation in the chosen language, what is wrong with it and what can be done. */
export function TextDetail({ row, language, onPropose }: { row: TextRow | undefined; language: string | undefined; onPropose: (language: string, rows: readonly TextRow[]) => void }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const phone = usePhone();
  const [folded, setFolded] = useState(false);
  if (!row) return <aside className={styles.detail} aria-label={t('texts.detail')} data-panel="text" tabIndex={-1}><p className={styles.say}>{t('texts.choose')}</p></aside>;
  const type = nodeTypeOf(desk, row);
  const cell = language === undefined ? undefined : row.cells[language];
  const where = (
    <>
      {row.nodeId !== undefined && <Tile family={type?.group ?? 'plain'} size={22}><NodeIcon name={type?.icon ?? ''} /></Tile>}
      <b dir="auto">{row.title || t('texts.settings')}</b>
    </>
  );
  // On a phone it lies under the table and takes its room.
  const isFolded = phone && folded;
  const head = phone
    ? <button type="button" className={styles.where} aria-expanded={!folded} onClick={() => setFolded(!folded)}>{where}<IconChevronDown size={18} stroke={1.75} aria-hidden="true" data-open={!folded || undefined} /></button>
    : <div className={styles.where}>{where}</div>;
  if (isFolded) return <aside className={styles.detail} aria-label={t('texts.detail')} data-panel="text">{head}</aside>;
  return (
    <aside className={styles.detail} aria-label={t('texts.detail')} data-panel="text" tabIndex={-1}>
      {head}
      <section>
        <h3>{t('texts.original')} · {row.label}</h3>
        <p className={styles.full} dir="auto"><Marked text={row.original} template={row.template} /></p>
        <Lengths row={row} text={row.original} />
        <div className={styles.acts}><Button size="xs" leftSection={<IconFocus2 size={14} stroke={1.75} aria-hidden="true" />} onClick={() => goToText(desk, row)}>{t('texts.goTo')}</Button></div>
      </section>
      {cell && language !== undefined && <Translated key={`${row.id} ${language}`} row={row} cell={cell} language={language} onPropose={onPropose} />}
      <p className={styles.keys}>{t('texts.keys')}</p>
    </aside>
  );
}

function Translated({ row, cell, language, onPropose }: { row: TextRow; cell: TextCell; language: string; onPropose: (language: string, rows: readonly TextRow[]) => void }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const old = useOldTexts(cell.state === 'outdated' ? row.flow : undefined).get(cell.kept?.source ?? '');
  const name = nameOfLanguage(language);
  const gesture = (key: 'accept' | 'right'): string => t(`texts.gesture.${key}`, { count: 1, language: language.toUpperCase() });
  return (
    <section>
      <h3>{name}</h3>
      {cell.text !== '' && <p className={styles.full} lang={language} dir={directionOf(language)}><Marked text={cell.text} template={row.template} /></p>}
      {cell.text !== '' && <Lengths row={row} text={cell.text} />}
      <div className={styles.says} aria-live="polite">
        {cell.state === 'missing' && <Say tone="warn" icon={<IconAlertTriangle size={14} stroke={1.75} />}>{t('texts.isMissing', { language: name })}</Say>}
        {cell.state === 'outdated' && <Say tone="warn" icon={<IconAlertTriangle size={14} stroke={1.75} />}>{t('texts.isOutdated')}</Say>}
        {cell.machine && <Say icon={<IconRobot size={14} stroke={1.75} />}>{t('texts.isMachine')}</Say>}
        {cell.tooLong.map((over) => <Say key={over.channel} tone="bad" icon={<IconAlertOctagon size={14} stroke={1.75} />}>{t('texts.over', { ...over })}</Say>)}
        {cell.holes && <Say tone="bad" icon={<IconAlertOctagon size={14} stroke={1.75} />}>{sayHoles(cell.holes)}</Say>}
        {cell.state === 'ok' && !cell.machine && !cell.holes && cell.tooLong.length === 0 && <Say tone="ok" icon={<IconCircleCheck size={14} stroke={1.75} />}>{t(cell.kept?.by === 'machine' ? 'texts.byMachine' : 'texts.isOk')}</Say>}
      </div>
      {old !== undefined && <><h3 style={{ marginTop: 10 }}>{t('texts.was')}</h3><p className={styles.full} data-old dir="auto"><Marked text={old} template={row.template} /></p></>}
      {desk.editable && (
        <div className={styles.acts}>
          {cell.state === 'outdated' && <Button size="xs" onClick={() => acceptTexts(desk, [{ row, language }], gesture('right'))}>{t('texts.right')}</Button>}
          {cell.machine && cell.state !== 'outdated' && <Button size="xs" variant="ink" onClick={() => acceptTexts(desk, [{ row, language }], gesture('accept'))}>{t('texts.accept')}</Button>}
          {(cell.state !== 'ok' || cell.machine) && <Button size="xs" onClick={() => onPropose(language, [row])}>{t('texts.propose')}</Button>}
        </div>
      )}
    </section>
  );
}

function Say({ tone, icon, children }: { tone?: 'ok' | 'warn' | 'bad'; icon: ReactNode; children: ReactNode }) {
  return <p className={styles.say} data-tone={tone}><span aria-hidden="true">{icon}</span><span>{children}</span></p>;
}

/** How long a text is against what each channel takes. */
function Lengths({ row, text }: { row: TextRow; text: string }) {
  const { t } = useTranslation();
  const length = lettersOf(text, row.template);
  if (row.limits.length === 0) return null;
  return <p className={styles.facts}>{row.limits.map(({ channel, most }) => <span key={channel} data-over={length > most || undefined}>{t('texts.limit', { channel, length, most })}</span>)}</p>;
}
