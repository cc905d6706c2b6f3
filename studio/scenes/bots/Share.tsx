import { Button, TextInput, Textarea } from '@mantine/core';
import type { Bot } from '@parley/shared/api/bots';
import type { Channel, CreatedChannel } from '@parley/shared/api/channels';
import { botColors } from '@parley/shared/messages/botColors';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { changeChannel, channelsQuery, createChannel, deleteChannel } from '../../api/bots.ts';
import { draftQuery } from '../../api/releases.ts';
import { paths } from '../../app/paths.ts';
import { Failed } from '../../ui/Failed.tsx';
import { Bone } from '../../ui/Bone.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { CopyLine } from '../../ui/CopyLine.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { relativeTime } from '../../ui/relativeTime.ts';
import { toast, toastError } from '../../ui/toast.tsx';
import styles from './Bots.module.css';

/** How people and programs reach a bot: its page, the line for a website, addresses for other systems. */
export function Share({ bot, onClose }: { bot: Bot; onClose: () => void }) {
  const { t } = useTranslation();
  const channels = useQuery(channelsQuery(bot.id));
  const draft = useQuery(draftQuery(bot.flowId));
  const origin = globalThis.location.origin;
  const colour = draft.data?.flow.settings.colour;
  // As dark as the button's white sign needs it.
  const painted = colour ? ` data-color="${botColors(colour, '#ffffff', false).bot}"` : '';
  const web = channels.data?.items.find(({ type }) => type === 'web');
  return (
    <Dialog opened onClose={onClose} title={t('share.title', { name: bot.name })} size={720}>
      <div className={styles.share}>
        <section><h3>{t('share.page')}</h3><CopyLine text={`${origin}${paths.chat(bot.slug)}`} /></section>
        <section>
          <h3>{t('share.embed')}</h3><p>{t('share.embedHelp')}</p>
          <CopyLine text={`<script src="${origin}/embed.js" data-bot="${bot.slug}"${painted} async></script>`} />
          {web && <Origins channel={web} botId={bot.id} />}
        </section>
        <section>
          <h3>{t('share.rest')}</h3><p>{t('share.restNone')}</p>
          {channels.isPending && <Bone width="100%" height={112} />}
          {channels.data && <Addresses botId={bot.id} channels={channels.data.items.filter(({ type }) => type === 'rest')} />}
          {channels.error && !channels.data && <Failed text={`${t('share.failed')} ${sentenceOf(channels.error)}`} onAgain={() => void channels.refetch()} />}
        </section>
      </div>
    </Dialog>
  );
}

function Origins({ channel, botId }: { channel: Channel; botId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [text, setText] = useState(channel.origins.join('\n'));
  const save = useMutation({
    mutationFn: () => changeChannel(channel.id, { origins: text.split(/\s+/).filter(Boolean) }),
    async onSuccess() {
      toast(t('share.saved'));
      await queries.invalidateQueries({ queryKey: ['bots', botId, 'channels'] });
    },
  });
  const changed = text.split(/\s+/).filter(Boolean).join('\n') !== channel.origins.join('\n');
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
      <Textarea label={t('share.origins')} description={t('share.originsHelp')} autosize minRows={2} value={text} onChange={({ currentTarget }) => setText(currentTarget.value)} error={save.error && sentenceOf(save.error)} />
      {changed && <div><Button type="submit" loading={save.isPending}>{t('common.save')}</Button></div>}
    </form>
  );
}

function Addresses({ botId, channels }: { botId: string; channels: Channel[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [callbackUrl, setCallbackUrl] = useState('');
  const [made, setMade] = useState<CreatedChannel>();
  const [removing, setRemoving] = useState<Channel>();
  const refresh = () => queries.invalidateQueries({ queryKey: ['bots', botId, 'channels'] });
  const add = useMutation({
    mutationFn: () => createChannel(botId, { type: 'rest', ...(callbackUrl.trim() && { callbackUrl: callbackUrl.trim() }) }),
    async onSuccess(channel) {
      setMade(channel);
      setCallbackUrl('');
      await refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (channel: Channel) => deleteChannel(channel.id),
    async onSuccess() {
      setRemoving(undefined);
      toast(t('share.removed'));
      await refresh();
    },
    onError: (error) => toastError(sentenceOf(error)),
  });
  return (
    <>
      {channels.map((channel) => (
        <div key={channel.id} className={styles.address}>
          <span className={styles.names}><bdi className="cut" title={channel.callbackUrl ?? undefined}>{channel.callbackUrl ?? t('share.inReply')}</bdi><span className={styles.second}>{t('share.made', { when: relativeTime(channel.madeAt) })}</span></span>
          <Button size="sm" variant="subtle" onClick={() => setRemoving(channel)}>{t('share.remove')}</Button>
        </div>
      ))}
      {made?.token && (
        <div className={styles.once} role="status">
          <p>{t('share.tokenOnce')}</p>
          <dl style={{ margin: 0 }}>
            <dt>{t('share.address')}</dt><dd><CopyLine text={`${globalThis.location.origin}/channels/rest/${made.token}/messages`} /></dd>
            {made.callbackSecret && <><dt>{t('share.secret')}</dt><dd><CopyLine text={made.callbackSecret} /></dd></>}
          </dl>
        </div>
      )}
      <form className={styles.form} onSubmit={(event) => { event.preventDefault(); add.mutate(); }}>
        <TextInput label={t('share.callback')} description={t('share.callbackHelp')} placeholder="https://" value={callbackUrl} onChange={({ currentTarget }) => setCallbackUrl(currentTarget.value)} error={add.error && sentenceOf(add.error)} />
        <div><Button type="submit" loading={add.isPending}>{t('share.restAdd')}</Button></div>
      </form>
      <Confirm opened={removing !== undefined} onClose={() => setRemoving(undefined)} title={t('share.removeTitle')} text={t('share.removeText')} verb={t('share.remove')} busy={remove.isPending} onConfirm={() => removing && remove.mutate(removing)} />
    </>
  );
}
