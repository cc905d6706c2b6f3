import { ActionIcon, Menu, TextInput } from '@mantine/core';
import type { Bot } from '@parley/shared/api/bots';
import { IconCopy, IconDots, IconDownload, IconHistory, IconMessage, IconMessages, IconPencil, IconPlayerPause, IconPlayerPlay, IconPlug } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { changeBot, duplicateBot } from '../../api/bots.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { paths } from '../../app/paths.ts';
import { toast, toastError } from '../../ui/toast.tsx';
import { saveBotFile } from './saveBotFile.ts';
import { Share } from './Share.tsx';
import { tryBot } from '../../publish/tryBot.ts';

type Opened = 'rename' | 'pause' | 'share' | undefined;

/** What can be done with one bot besides opening it. */
export function BotMenu({ bot, mayEdit, mayManage }: { bot: Bot; mayEdit: boolean; mayManage: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [opened, setOpened] = useState<Opened>();
  const [name, setName] = useState(bot.name);
  const close = () => setOpened(undefined);
  const change = useMutation({
    mutationFn: (body: { name?: string; paused?: boolean }) => changeBot(bot.id, body),
    async onSuccess(_changed, body) {
      close();
      toast(body.name ? t('bots.renamed') : body.paused ? t('bots.pausedDone') : t('bots.resumedDone'));
      await queries.invalidateQueries({ queryKey: ['bots'] });
    },
    onError: (error) => toastError(sentenceOf(error)),
  });
  const copy = useMutation({
    mutationFn: () => duplicateBot(bot.id),
    async onSuccess({ bot: made, missingCredentials }) {
      toast(t('exchange.duplicated', { name: made.name }));
      if (missingCredentials.length > 0) toastError(t('exchange.credentials', { count: missingCredentials.length, names: missingCredentials.map(({ name }) => name).join(', ') }));
      await queries.invalidateQueries({ queryKey: ['bots'] });
    },
    onError: (error) => toastError(sentenceOf(error)),
  });
  const take = useMutation({ mutationFn: () => saveBotFile(bot), onError: (error) => toastError(sentenceOf(error)) });
  const icon = { size: 16, stroke: 1.75 };
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target><ActionIcon aria-label={t('bots.actions', { name: bot.name })}><IconDots {...icon} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {bot.live && <Menu.Item onClick={() => void tryBot(bot)} leftSection={<IconMessage {...icon} />}>{t('bots.chat')}</Menu.Item>}
          <Menu.Item leftSection={<IconMessages {...icon} />} onClick={() => void navigate(`${paths.conversations}?bot=${bot.id}`)}>{t('bots.conversations')}</Menu.Item>
          <Menu.Item leftSection={<IconHistory {...icon} />} onClick={() => void navigate(paths.releases(bot.id))}>{t('bots.versions')}</Menu.Item>
          {mayManage && <Menu.Item leftSection={<IconPlug {...icon} />} onClick={() => setOpened('share')}>{t('bots.share')}</Menu.Item>}
          <Menu.Item leftSection={<IconDownload {...icon} />} onClick={() => take.mutate()}>{t('exchange.export')}</Menu.Item>
          {mayEdit && <Menu.Divider />}
          {mayEdit && <Menu.Item leftSection={<IconCopy {...icon} />} disabled={copy.isPending} onClick={() => copy.mutate()}>{t('exchange.duplicate')}</Menu.Item>}
          {mayEdit && <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => { setName(bot.name); setOpened('rename'); }}>{t('bots.rename')}</Menu.Item>}
          {mayManage && bot.live && (bot.paused
            ? <Menu.Item leftSection={<IconPlayerPlay {...icon} />} onClick={() => change.mutate({ paused: false })}>{t('bots.resume')}</Menu.Item>
            : <Menu.Item leftSection={<IconPlayerPause {...icon} />} onClick={() => setOpened('pause')}>{t('bots.pause')}</Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
      <Confirm opened={opened === 'pause'} onClose={close} title={t('bots.pauseTitle', { name: bot.name })} text={t('bots.pauseText', { count: bot.openSessions })} verb={t('bots.pause')} busy={change.isPending} onConfirm={() => change.mutate({ paused: true })} />
      <Dialog opened={opened === 'rename'} onClose={close} title={t('bots.rename')}>
        <form onSubmit={(event) => { event.preventDefault(); if (name.trim()) change.mutate({ name: name.trim() }); }}>
          <TextInput label={t('bots.name')} description={t('bots.nameHelp')} value={name} maxLength={120} data-autofocus onChange={({ currentTarget }) => setName(currentTarget.value)} />
          <FormFoot verb={t('bots.rename')} busy={change.isPending} complete={name.trim() !== '' && name.trim() !== bot.name} onCancel={close} />
        </form>
      </Dialog>
      {opened === 'share' && <Share bot={bot} onClose={close} />}
    </>
  );
}
