import { Button } from '@mantine/core';
import { pseudoLanguages } from '@parley/shared/translations/pseudo';
import { useQuery } from '@tanstack/react-query';
import { IconLanguage, IconSearchOff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { botQuery } from '../api/bots.ts';
import { Languages } from '../inspector/Languages.tsx';
import { nameOfLanguage } from '../ui/nameOfLanguage.ts';
import { DesignerProvider, useDesigner } from '../store/designerContext.ts';
import { Dialog, DialogFoot } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { usePhone } from '../ui/usePhone.ts';
import type { TextRow } from '@parley/shared/translations/textRows';
import type { GridCell } from './gridLines.ts';
import { ImportTexts } from './ImportTexts.tsx';
import { LanguageHead } from './LanguageHead.tsx';
import { Proposing } from './Proposing.tsx';
import { saveCsv, saveXliff } from './saveTexts.ts';
import { TextBar } from './TextBar.tsx';
import { TextDetail } from './TextDetail.tsx';
import { TextGrid } from './TextGrid.tsx';
import { countStates, filterRows } from './textState.ts';
import type { TextFilter } from './textState.ts';
import { usePropose } from './usePropose.ts';
import { useTextRows } from './useTextRows.ts';
import styles from './Texts.module.css';

const nothing: TextFilter = { state: 'all', search: '', flow: '' };
/** More columns than a screen has room for are shown when they are asked for. */
const shownAtFirst = 3;

/** Every text of the bot by language: what is missing, outdated or too long, typed where it stands. */
export function Texts() {
  const { t } = useTranslation();
  const { book } = useDesigner();
  const bot = useQuery(botQuery(book.botId));
  const phone = usePhone();
  const { rows, languages, source } = useTextRows();
  const others = useMemo(() => languages.filter((language) => language !== source), [languages, source]);
  const [chosen, setChosen] = useState<string[]>();
  const [filter, setFilter] = useState(nothing);
  const [preview, setPreview] = useState<string>();
  const [at, setAt] = useState<GridCell>();
  const [dialog, setDialog] = useState<'import' | 'languages'>();
  const { proposal, propose, stop, dismiss, takeBack } = usePropose(source);

  const shown = useMemo(() => {
    const wanted = chosen?.filter((language) => others.includes(language)) ?? [];
    return wanted.length > 0 ? wanted.slice(0, phone ? 1 : undefined) : others.slice(0, phone ? 1 : shownAtFirst);
  }, [chosen, others, phone]);
  const counts = useMemo(() => countStates(filterRows(rows, { ...filter, state: 'all' }, shown), shown), [rows, filter, shown]);
  const found = useFound(rows, filter, shown);
  const columns = useMemo(() => (preview !== undefined && !phone ? [preview, ...shown] : shown), [preview, shown, phone]);
  const row = found.find(({ id }) => id === at?.row) ?? found[0];
  const column = columns[(at?.column ?? 1) - 1];
  const language = pseudoLanguages.some((each) => each === column) ? shown[0] : column ?? shown[0];

  const heads = useMemo(() => [
    <span key={source} className={styles.colname}><span className="cut">{nameOfLanguage(source)}</span><small>{t('texts.original')}</small></span>,
    ...columns.map((into) => (
      <LanguageHead
        key={into} language={into} all={rows} shown={found} onPropose={propose}
        onHide={into === preview ? () => setPreview(undefined) : shown.length > 1 ? () => setChosen(shown.filter((each) => each !== into)) : undefined}
      />
    )),
  ], [source, t, columns, rows, found, propose, preview, shown]);

  const empty = rows.length === 0 ? <EmptyState icon={<IconLanguage size={20} stroke={1.75} />} text={t('texts.none')} />
    : found.length === 0 ? <EmptyState icon={<IconSearchOff size={20} stroke={1.75} />} text={t('texts.noneShown', { count: rows.length })} action={<Button onClick={() => setFilter(nothing)}>{t('texts.clear')}</Button>} /> : undefined;
  return (
    <main className={styles.panel} aria-label={t('texts.name')}>
      <TextBar
        count={rows.length} filter={filter} onFilter={setFilter} counts={counts} languages={others} shown={shown} onShown={setChosen} preview={preview} onPreview={setPreview}
        onLanguages={() => setDialog('languages')} onImport={() => setDialog('import')} onCsv={() => saveCsv(found, { slug: bot.data?.slug ?? 'bot', source, languages: shown })}
        onXliff={(into) => saveXliff(found, { slug: bot.data?.slug ?? 'bot', name: bot.data?.name ?? '', source, language: into })}
      />
      {proposal ? <Proposing proposal={proposal} onStop={stop} onDismiss={dismiss} onTakeBack={takeBack} /> : others.length === 0 && rows.length > 0 ? (
        <div className={styles.tell}><span>{t('texts.noneOther', { language: nameOfLanguage(source) })}</span><Button size="xs" onClick={() => setDialog('languages')}>{t('texts.addLanguage')}</Button></div>
      ) : <span />}
      <div className={styles.body} data-alone={empty !== undefined || undefined}>
        {empty ? <div className={styles.center}>{empty}</div> : (
          <>
            <TextGrid rows={found} columns={columns} at={at} onAt={setAt} heads={heads} />
            <TextDetail row={row} language={language} onPropose={propose} />
          </>
        )}
      </div>
      {dialog === 'import' && <ImportTexts rows={rows} source={source} languages={languages} onClose={() => setDialog(undefined)} />}
      {dialog === 'languages' && <BotLanguages onClose={() => setDialog(undefined)} />}
    </main>
  );
}

/** The rows that fit. One that was just mended stays in sight until something else is looked for. */
function useFound(rows: readonly TextRow[], filter: TextFilter, shown: readonly string[]): TextRow[] {
  const look = () => ({ filter, shown, of: rows.length, ids: new Set(filterRows(rows, filter, shown).map(({ id }) => id)) });
  const [kept, setKept] = useState(look);
  const same = kept.filter === filter && kept.shown === shown && kept.of === rows.length;
  const now = same ? kept : look();
  if (!same) setKept(now);
  return useMemo(() => rows.filter(({ id }) => now.ids.has(id)), [rows, now]);
}

/** The languages of the bot, whichever flow is open: they are the main flow's. */
function BotLanguages({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const main = desk.book.flows.getState()[desk.book.main]?.store ?? desk.store;
  return (
    <Dialog opened onClose={onClose} title={t('texts.languagesTitle')}>
      <p style={{ color: 'var(--parley-text-2)', marginBottom: 12 }}>{t('texts.languagesHelp')}</p>
      <DesignerProvider value={{ ...desk, store: main, flowId: desk.book.main }}><Languages /></DesignerProvider>
      <DialogFoot><Button variant="ink" onClick={onClose}>{t('common.done')}</Button></DialogFoot>
    </Dialog>
  );
}
