import { IconChevronDown, IconChevronUp, IconLetterCase, IconReplace, IconTextSize, IconWorld, IconX } from '@tabler/icons-react';
import type { PlaceKind } from '@parley/shared/flow/findPlaces';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesigner, useUi } from '../store/designerContext.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Segments } from '../ui/Segments.tsx';
import { goToPlace } from './goToPlace.ts';
import { PlaceList } from './PlaceList.tsx';
import { ReplaceRow } from './ReplaceRow.tsx';
import { useFinding } from './useFinding.ts';
import type { Search } from './useFinding.ts';
import styles from './FindPanel.module.css';

const kinds: readonly (PlaceKind | 'all')[] = ['all', 'text', 'node', 'variable', 'translation'];

/** Finds words, nodes, uses of variables and translations, in this flow or in all of the bot, and puts other words there (Ctrl F). */
export function FindPanel() {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { ui, editable } = desk;
  const finding = useUi((state) => state.find);
  const [text, setText] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [wholeWords, setWholeWords] = useState(false);
  const [kind, setKind] = useState<PlaceKind | 'all'>('all');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const everywhere = finding?.everywhere ?? false;
  const search = useMemo((): Search => ({ text, matchCase, wholeWords, kind, everywhere }), [text, matchCase, wholeWords, kind, everywhere]);
  const found = useFinding(search);
  const asked = finding?.asked;
  useEffect(() => { field.current?.focus(); field.current?.select(); }, [asked]);
  const place = Math.min(at, Math.max(0, found.places.length - 1));
  const go = (next: number, write = false): void => {
    const count = found.places.length;
    if (count === 0) return;
    const to = (next + count) % count;
    setAt(to);
    const target = found.places[to];
    if (target) goToPlace(desk, target, { write });
  };
  const close = (): void => { ui.setState({ find: undefined }); ui.getState().canvas?.focus(); };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') { event.stopPropagation(); close(); }
    if (event.target !== field.current) return;
    const step = { ArrowDown: 1, ArrowUp: -1, Enter: event.shiftKey ? -1 : 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    // The first Enter goes to the place that is marked.
    go(event.key === 'Enter' && !visited.current ? place : place + step);
    visited.current = true;
  };
  const visited = useRef(false);
  const begin = (change: () => void): void => { change(); setAt(0); visited.current = false; };
  const wanted = found.search?.text ?? '';
  return (
    // Keys rise from the fields inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={styles.panel} aria-label={t('find.name')} data-panel="find" onKeyDown={keys}>
      <header className={styles.head}>
        <h3>{t('find.name')}</h3>
        {editable && <IconButton label={t('find.toggle')} keys="Ctrl H" size="xs" pressed={finding?.replacing ?? false} onClick={() => ui.setState(({ find }) => ({ find: find && { ...find, replacing: !find.replacing } }))}><IconReplace size={14} stroke={1.75} /></IconButton>}
        <IconButton label={t('common.close')} size="xs" onClick={close}><IconX size={14} stroke={1.75} /></IconButton>
      </header>
      <div className={styles.form}>
        <div className={styles.box}>
          <input ref={field} dir="auto" aria-label={t('find.search')} placeholder={t('find.search')} value={text} spellCheck={false} aria-controls="find-places" onChange={(event) => { const { value } = event.currentTarget; begin(() => setText(value)); }} />
          <IconButton label={t('find.matchCase')} size="xs" pressed={matchCase} onClick={() => begin(() => setMatchCase(!matchCase))}><IconLetterCase size={14} stroke={1.75} /></IconButton>
          <IconButton label={t('find.wholeWords')} size="xs" pressed={wholeWords} onClick={() => begin(() => setWholeWords(!wholeWords))}><IconTextSize size={14} stroke={1.75} /></IconButton>
          <IconButton label={t('find.allFlows')} keys="Ctrl Shift F" size="xs" pressed={everywhere} onClick={() => begin(() => ui.setState(({ find }) => ({ find: find && { ...find, everywhere: !everywhere } })))}><IconWorld size={14} stroke={1.75} /></IconButton>
        </div>
        {editable && finding?.replacing && <ReplaceRow search={search} found={found} at={place} onAll={() => field.current?.focus()} />}
        <Segments wide label={t('find.kinds')} value={kind} options={kinds.map((value) => ({ value, label: t(`find.${value}`) }))} onChange={(value) => begin(() => setKind(value))} />
      </div>
      <div className={styles.count} role="status">
        <span>{text === '' ? '' : found.total > 0 ? [t('find.found', { count: found.total }), found.total > found.places.length ? t('find.first', { count: found.places.length }) : ''].filter(Boolean).join(', ') : ''}</span>
        {found.places.length > 0 && (
          <>
            <span className="num">{place + 1}/{found.places.length}</span>
            <IconButton label={t('find.previous')} keys="Shift Enter" size="xs" onClick={() => go(place - 1)}><IconChevronUp size={14} stroke={1.75} /></IconButton>
            <IconButton label={t('find.next')} keys="Enter" size="xs" onClick={() => go(place + 1)}><IconChevronDown size={14} stroke={1.75} /></IconButton>
          </>
        )}
      </div>
      {text === '' ? <p className={styles.hint}>{t('find.begin')}</p> : found.total === 0 ? wanted !== '' && <p className={styles.hint}>{t('find.none', { search: wanted })}</p> : <PlaceList places={found.places} at={place} onGo={(index) => go(index, true)} />}
    </section>
  );
}
