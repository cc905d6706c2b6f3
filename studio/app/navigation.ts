import { IconAt, IconBrain, IconKey, IconMessages, IconPuzzle, IconRobot } from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import type { Right } from '@parley/shared/api/access';
import { paths } from './paths.ts';

/** One place of the navigation; shown to people who have its right. Labels are keys of the words. */
export interface Place {
  label: string;
  to: string;
  icon: Icon;
  right?: Right;
  /** What waits there is counted beside its name. */
  counts?: 'mentions';
}

/** The navigation's groups, in order. A page adds its own line when it exists: nothing here leads nowhere. */
export const navigation: { title?: string; items: Place[] }[] = [
  {
    items: [
      { label: 'bots.title', to: paths.bots, icon: IconRobot, right: 'bots.read' },
      { label: 'conversations.title', to: paths.conversations, icon: IconMessages, right: 'conversations.read' },
      { label: 'mentions.title', to: paths.mentions, icon: IconAt, right: 'bots.comment', counts: 'mentions' },
    ],
  },
  { items: [{ label: 'credentials.title', to: paths.credentials, icon: IconKey, right: 'bots.edit' }, { label: 'plugins.title', to: paths.plugins, icon: IconPuzzle, right: 'bots.edit' }, { label: 'models.title', to: paths.models, icon: IconBrain, right: 'models.manage' }] },
];
