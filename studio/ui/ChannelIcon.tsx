import type { Bot } from '@parley/shared/api/bots';
import { IconBrandTelegram, IconBrandWhatsapp, IconCode, IconWorld } from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

type Channel = Bot['channels'][number];

const icons: Record<Channel, Icon> = { web: IconWorld, rest: IconCode, whatsapp: IconBrandWhatsapp, telegram: IconBrandTelegram };

/** The sign of a channel, with its name for those who cannot see it and for the pointer. */
export function ChannelIcon({ channel, size = 16 }: { channel: Channel; size?: 14 | 16 }) {
  const { t } = useTranslation();
  const Glyph = icons[channel];
  const name = t(`channel.${channel}`);
  return <Glyph size={size} stroke={1.75} role="img" aria-label={name} style={{ flex: 'none' }}><title>{name}</title></Glyph>;
}
