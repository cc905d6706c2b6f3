import { kindOfType, mostAuthorBytes } from '@parley/shared/messages/files';
import type { FileKind } from '@parley/shared/messages/files';
import type { Media } from '@parley/shared/messages/incoming';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../api/ApiFailure.ts';
import { uploadMedia } from '../api/media.ts';
import { useDesigner } from '../store/designerContext.ts';
import { useFileSize } from './useFileSize.ts';

/** A file on its way into the bot. */
export interface Upload {
  /** The name of the file that is on its way. */
  running: string | undefined;
  problem: string | undefined;
  start(file: File): void;
  stop(): void;
}

/** Uploads files for a field that sends them as `kind`, and says in a sentence what is wrong with one. */
export function useUpload(kind: FileKind, keep: (media: Media) => void): Upload {
  const { t } = useTranslation();
  const sizeOf = useFileSize();
  const { book } = useDesigner();
  const [running, setRunning] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const controllerRef = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => controllerRef.current?.abort(), []);

  const misfit = (name: string, is: FileKind) => (kind === 'document' || is === kind ? undefined : t('field.fileKind', { name, is: t(`field.kinds.${is}`) }));
  const start = (file: File) => {
    const most = mostAuthorBytes[kind];
    if (file.size > most) {
      setProblem(t('field.fileTooLarge', { name: file.name, size: sizeOf(file.size), most: most / 1_000_000 }));
      return;
    }
    // What the browser says by the name is enough to spare an upload; what counts is what the server finds.
    const early = file.type === '' ? undefined : misfit(file.name, kindOfType(file.type));
    setProblem(early);
    if (early) return;
    controllerRef.current?.abort();
    const controller = new AbortController();
    controllerRef.current = controller;
    setRunning(file.name);
    uploadMedia(book.botId, file, controller.signal).then(
      ({ id, mime, name, bytes, kind: is }) => {
        const wrong = misfit(name, is);
        setProblem(wrong);
        if (!wrong) keep({ id, mime, name, bytes });
      },
      (error: unknown) => {
        if (!controller.signal.aborted) setProblem(sentenceOf(error));
      },
    ).finally(() => {
      if (controllerRef.current === controller) setRunning(undefined);
    });
  };
  return { running, problem, start, stop: () => { controllerRef.current?.abort(); setRunning(undefined); } };
}
