import { IconBrandTelegram, IconBrandWhatsapp, IconCode, IconWorld } from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const icons = { web: IconWorld, rest: IconCode, whatsapp: IconBrandWhatsapp, telegram: IconBrandTelegram } as const satisfies Record<string, Icon>;

/** The sign of a channel, with its name for those who cannot see it and for the pointer. */
export function ChannelIcon({ channel, size = 16 }: { channel: keyof typeof icons; size?: 14 | 16 }) {
  const { t } = useTranslation();
  const Glyph = icons[channel];
  const name = t(`channel.${channel}`);
  return <Glyph size={size} stroke={1.75} role="img" aria-label={name} style={{ flex: 'none' }}><title>{name}</title></Glyph>;
}
