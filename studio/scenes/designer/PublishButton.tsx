import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { botQuery } from '../../api/bots.ts';
import { meQuery } from '../../api/queries.ts';
import { goToIssue } from '../../issues/goToIssue.ts';
import { useDesigner } from '../../store/designerContext.ts';
import { useSettled } from '../../store/useSettled.ts';

const PublishDialog = lazy(async () => ({ default: (await import('../../publish/PublishDialog.tsx')).PublishDialog }));

/** The one button that makes something live: opens the proof and the changes. */
export function PublishButton() {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { book } = desk;
  const queries = useQueryClient();
  const bot = useQuery(botQuery(book.botId));
  const me = useQuery(meQuery);
  const main = useStore(book.flows, (flows) => flows[book.main]);
  const [opened, setOpened] = useState(false);
  const settled = useSettled(book);
  if (!main || !bot.data || !me.data?.rights.includes('bots.publish')) return null;
  return (
    <>
      <Button variant="filled" onClick={() => setOpened(true)}>{t('designer.publish')}</Button>
      {opened && (
        <Suspense fallback={null}>
          <PublishDialog
            bot={bot.data} flowId={book.main} settled={settled} onClose={() => setOpened(false)}
            onShow={(issue) => { setOpened(false); goToIssue(desk, issue); }}
            onPublished={() => { setOpened(false); void queries.invalidateQueries({ queryKey: ['bots'] }); }}
          />
        </Suspense>
      )}
    </>
  );
}
