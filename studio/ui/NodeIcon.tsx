import {
  IconArrowsSplit, IconArrowsSplit2, IconArticle, IconBrain, IconCategory, IconClockPause, IconCode, IconDatabase, IconFileSearch, IconFlag3, IconForms, IconGitBranch,
  IconHeadset, IconHourglass, IconLanguage, IconListCheck, IconMessage2, IconMessageQuestion, IconPlayerPlay, IconPuzzle, IconRepeat, IconRocket, IconStack2, IconSubtask,
  IconAddressBook, IconBell, IconBuildingBank, IconCalendarEvent, IconCreditCard, IconMail, IconMapPin, IconReceipt, IconTicket, IconTruckDelivery, IconUserCheck, IconVariable, IconWebhook, IconWorldWww,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';

/** Glyphs by the name a node type gives; a type from elsewhere with another name gets the piece of a puzzle. */
const glyphs: Record<string, Icon> = {
  'arrows-split': IconArrowsSplit, 'arrows-split-2': IconArrowsSplit2, 'hourglass': IconHourglass, 'article': IconArticle, 'brain': IconBrain, 'category': IconCategory, 'clock-pause': IconClockPause, 'code': IconCode,
  'database': IconDatabase, 'file-search': IconFileSearch, 'flag-3': IconFlag3, 'forms': IconForms, 'git-branch': IconGitBranch, 'headset': IconHeadset,
  'language': IconLanguage, 'list-check': IconListCheck, 'message-2': IconMessage2, 'message-question': IconMessageQuestion, 'player-play': IconPlayerPlay,
  'address-book': IconAddressBook, 'bell': IconBell, 'building-bank': IconBuildingBank, 'calendar-event': IconCalendarEvent, 'credit-card': IconCreditCard, 'mail': IconMail,
  'map-pin': IconMapPin, 'puzzle': IconPuzzle, 'receipt': IconReceipt, 'ticket': IconTicket, 'truck-delivery': IconTruckDelivery, 'user-check': IconUserCheck,
  'repeat': IconRepeat, 'rocket': IconRocket, 'stack-2': IconStack2, 'subtask': IconSubtask, 'variable': IconVariable, 'webhook': IconWebhook, 'world-www': IconWorldWww,
};

/** The glyph of a node type. */
export function NodeIcon({ name, size = 14 }: { name: string; size?: 12 | 13 | 14 | 16 | 18 }) {
  const Glyph = glyphs[name] ?? IconPuzzle;
  return <Glyph size={size} stroke={size === 12 ? 2 : 1.75} aria-hidden="true" />;
}
