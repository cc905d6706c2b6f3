import { Button, FileButton } from '@mantine/core';
import type { Problem } from '@parley/shared/flow/problems';
import { IconFileImport } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ApiFailure, sentenceOf } from '../../api/ApiFailure.ts';
import { importBot } from '../../api/bots.ts';
import { paths } from '../../app/paths.ts';
import { Refused } from '../../imports/Refused.tsx';
import imports from '../../imports/Imports.module.css';
import { mostMegabytes, tooLarge } from '../../imports/tooLarge.ts';
import { Dialog, DialogFoot } from '../../ui/Dialog.tsx';
import { ImportReport } from './ImportReport.tsx';
import styles from './ImportBot.module.css';

/** Makes a bot from a file: chosen, dropped here, or dropped on the page (`file`). Tells what became of it before it is opened. */
export function ImportBot({ file, onClose }: { file?: File | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const bringIn = useMutation({
    mutationFn: async (given: File) => {
      // Not even sent: the server would refuse it by its size.
      const size = tooLarge(given);
      if (size) throw new Error(`${t('exchange.tooLarge', { ...size, name: given.name })} ${t('exchange.nothingMade')}`);
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
      {data ? <><p className={imports.lead}>{t('exchange.madeText')}</p><ImportReport imported={data} /></> : (
        <div className={styles.drop} aria-busy={isPending} onDragOver={(event) => event.preventDefault()} onDrop={(event) => { event.preventDefault(); event.stopPropagation(); choose(event.dataTransfer.files[0] ?? null); }}>
          {error && <Refused name={variables?.name ?? ''} problems={problemsOf(error)} />}
          {isPending ? <p role="status">{t('exchange.reading', { name: variables.name })}</p> : (
            <>
              <FileButton onChange={choose} accept={accept}>{(props) => <Button {...props} data-autofocus variant={error ? 'default' : 'ink'} leftSection={<IconFileImport size={16} stroke={1.75} />}>{error ? t('exchange.another') : t('exchange.choose')}</Button>}</FileButton>
              <p>{t('exchange.drop')}</p>
              <p className={styles.takes}>{t('exchange.takes', { most: mostMegabytes })}</p>
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

/** What is wrong with the file and where, or what else kept it from being imported. */
function problemsOf(error: Error): Problem[] {
  const places = error instanceof ApiFailure ? error.fields : [];
  return places.length > 0 ? places : [{ path: '', message: sentenceOf(error) }];
}
