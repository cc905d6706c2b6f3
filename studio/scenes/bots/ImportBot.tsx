import { Button, FileButton } from '@mantine/core';
import { botFileLimits } from '@parley/shared/exchange/botFile';
import { IconFileImport } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ApiFailure, sentenceOf } from '../../api/ApiFailure.ts';
import { importBot } from '../../api/bots.ts';
import { paths } from '../../app/paths.ts';
import { Dialog, DialogFoot } from '../../ui/Dialog.tsx';
import { ImportReport } from './ImportReport.tsx';
import styles from './ImportBot.module.css';

const mega = 1_000_000;
const shownProblems = 5;

/** Makes a bot from a file: chosen, dropped here, or dropped on the page (`file`). Tells what became of it before it is opened. */
export function ImportBot({ file, onClose }: { file?: File | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const bringIn = useMutation({
    mutationFn: async (given: File) => {
      // Not even sent: the server would refuse it by its size.
      if (given.size > botFileLimits.bytes) throw new Error(t('exchange.tooLarge', { name: given.name, size: Math.ceil(given.size / mega), most: botFileLimits.bytes / mega }));
      return importBot(given);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['bots'] }),
  });
  const { mutate, data, error, isPending, variables } = bringIn;
  const begunRef = useRef<File>(undefined);
  useEffect(() => {
    if (!file || begunRef.current === file) return;
    begunRef.current = file;
    mutate(file);
  }, [file, mutate]);
  const choose = (given: File | null) => { if (given) mutate(given); };
  const accept = '.json,application/json';

  return (
    <Dialog opened onClose={onClose} title={data ? t('exchange.made', { name: data.bot.name }) : t('exchange.title')} size={720}>
      {data ? <><p className={styles.lead}>{t('exchange.madeText')}</p><ImportReport imported={data} /></> : (
        <div className={styles.drop} aria-busy={isPending} onDragOver={(event) => event.preventDefault()} onDrop={(event) => { event.preventDefault(); event.stopPropagation(); choose(event.dataTransfer.files[0] ?? null); }}>
          {error && <Refused name={variables?.name ?? ''} error={error} />}
          {isPending ? <p role="status">{t('exchange.reading', { name: variables.name })}</p> : (
            <>
              <FileButton onChange={choose} accept={accept}>{(props) => <Button {...props} data-autofocus variant={error ? 'default' : 'ink'} leftSection={<IconFileImport size={16} stroke={1.75} />}>{error ? t('exchange.another') : t('exchange.choose')}</Button>}</FileButton>
              <p>{t('exchange.drop')}</p>
              <p className={styles.takes}>{t('exchange.takes', { most: botFileLimits.bytes / mega })}</p>
            </>
          )}
        </div>
      )}
      <DialogFoot>
        <Button onClick={onClose}>{t('common.close')}</Button>
        {data && <Button variant="ink" data-autofocus onClick={() => void navigate(paths.designer(data.bot.id, data.bot.flowId))}>{t('exchange.open')}</Button>}
      </DialogFoot>
    </Dialog>
  );
}

/** What is wrong with a file, place by place. */
function Refused({ name, error }: { name: string; error: Error }) {
  const { t } = useTranslation();
  const problems = error instanceof ApiFailure ? error.fields : [];
  return (
    <div role="alert" className={styles.refused}>
      <b>{t('exchange.refused', { name })}</b>
      {problems.length === 0 && <p>{sentenceOf(error)}</p>}
      <ul>
        {problems.slice(0, shownProblems).map(({ path, message }) => <li key={`${path} ${message}`}>{path && <code>{path}</code>} {message}</li>)}
        {problems.length > shownProblems && <li>{t('exchange.moreProblems', { count: problems.length - shownProblems })}</li>}
      </ul>
    </div>
  );
}
