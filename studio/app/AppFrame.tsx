import { useMantineColorScheme } from '@mantine/core';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useMatches, useNavigate } from 'react-router';
import { sentenceOf } from '../api/ApiFailure.ts';
import { mentionsQuery } from '../api/comments.ts';
import { signOut } from '../api/people.ts';
import { meQuery } from '../api/queries.ts';
import { whileShown } from '../api/whileShown.ts';
import { Shell } from '../ui/Shell.tsx';
import { toastError } from '../ui/toast.tsx';
import { navigation } from './navigation.ts';
import { paths } from './paths.ts';
import { useTranslation } from 'react-i18next';

/** A page's own wish for the frame, given as `handle` of its route: `rail` where the page has columns of its own. */
export interface FrameHandle {
  rail?: boolean;
}

/** The navigation around ordinary pages: 208 wide, a rail where a page asks for it, a bottom bar on a phone. */
export function AppFrame() {
  const { t } = useTranslation();
  const me = useQuery(meQuery);
  const unread = useInfiniteQuery({ ...mentionsQuery, refetchInterval: whileShown(60_000), enabled: me.data?.rights.includes('bots.comment') ?? false }).data?.pages[0]?.unread ?? 0;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const rail = useMatches().some(({ handle }) => (handle as FrameHandle | undefined)?.rail === true);
  if (!me.data) return null;
  const groups = navigation.map(({ title, items }) => ({
    title: title && t(title),
    items: items.filter(({ right }) => !right || me.data.rights.includes(right)).map(({ label, to, icon, counts }) => ({ label: t(label), to, icon, ...(counts && unread > 0 && { count: unread, counted: t('mentions.count', { count: unread }) }) })),
  }));
  const dark = colorScheme === 'dark' || (colorScheme === 'auto' && globalThis.matchMedia('(prefers-color-scheme: dark)').matches);
  const leave = async (): Promise<void> => {
    try {
      await signOut();
      await navigate(paths.signIn());
      queries.clear();
    } catch (error) {
      toastError(sentenceOf(error));
    }
  };
  return (
    <Shell
      title="Parley"
      groups={groups}
      person={{ name: me.data.name, role: t(`access.${me.data.access}`) }}
      rail={rail}
      dark={dark}
      onScheme={() => setColorScheme(dark ? 'light' : 'dark')}
      onSignOut={() => void leave()}
    >
      <Outlet />
    </Shell>
  );
}
