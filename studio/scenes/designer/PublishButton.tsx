import { Button, Popover } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, lazy, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { botQuery } from '../../api/bots.ts';
import { meQuery } from '../../api/queries.ts';
import { goToIssue } from '../../issues/goToIssue.ts';
import { LiveChat } from '../../publish/LiveChat.tsx';
import { useDesigner } from '../../store/designerContext.ts';
import { useSettled } from '../../store/useSettled.ts';

const PublishDialog = lazy(async () => ({ default: (await import('../../publish/PublishDialog.tsx')).PublishDialog }));

/** The one button that makes something live: opens the proof and the changes, and then shows the way to the chat. */
export function PublishButton() {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { book } = desk;
  const queries = useQueryClient();
  const bot = useQuery(botQuery(book.botId));
  const me = useQuery(meQuery);
  const main = useStore(book.flows, (flows) => flows[book.main]);
  const [opened, setOpened] = useState(false);
  const [published, setPublished] = useState<{ no: number; moved: number }>();
  const button = useRef<HTMLButtonElement>(null);
  const settled = useSettled(book);
  if (!main || !bot.data || !me.data?.rights.includes('bots.publish')) return null;
  const done = () => setPublished(undefined);
  return (
    <>
      <Popover opened={published !== undefined} onDismiss={done} position="bottom-end" width={360} trapFocus returnFocus withinPortal>
        <Popover.Target><Button ref={button} variant="filled" onClick={() => { done(); setOpened(true); }}>{t('designer.publish')}</Button></Popover.Target>
        <Popover.Dropdown>{published && <LiveChat bot={bot.data} {...published} onOpen={done} />}</Popover.Dropdown>
      </Popover>
      {opened && (
        <Suspense fallback={null}>
          <PublishDialog
            bot={bot.data} flowId={book.main} settled={settled} onClose={() => setOpened(false)}
            onShow={(issue) => { setOpened(false); goToIssue(desk, issue); }}
            onPublished={(now) => {
              // From here the keyboard goes to the chat, and here it comes back.
              button.current?.focus();
              setOpened(false);
              setPublished(now);
              void queries.invalidateQueries({ queryKey: ['bots'] });
            }}
          />
        </Suspense>
      )}
    </>
  );
}
