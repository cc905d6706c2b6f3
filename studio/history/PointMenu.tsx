import { Menu } from '@mantine/core';
import { IconArrowsDiff, IconBookmark, IconDots, IconEye, IconGitCompare } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../api/queries.ts';
import { IconButton } from '../ui/IconButton.tsx';
import type { PointAct } from './timeline.ts';

const icon = { size: 16, stroke: 1.75 } as const;

/** What can be done with a moment: look, compare with now, see what changed in it, name it; `children` = what only this kind of moment has. */
export function PointMenu({ label, point, before, act, onName, children }: { label: string; point: string; before?: string | undefined; act: PointAct; onName?: () => void; children?: ReactNode }) {
  const { t } = useTranslation();
  const me = useQuery(meQuery);
  const mayEdit = me.data?.rights.includes('bots.edit') ?? false;
  return (
    <Menu position="bottom-end">
      <Menu.Target><IconButton label={label} size="xs"><IconDots {...icon} /></IconButton></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconEye {...icon} />} onClick={() => act.look(point)}>{t('history.look')}</Menu.Item>
        <Menu.Item leftSection={<IconGitCompare {...icon} />} onClick={() => act.compare(point, 'now')}>{t('history.compareNow')}</Menu.Item>
        {before && <Menu.Item leftSection={<IconArrowsDiff {...icon} />} onClick={() => act.compare(before, point)}>{t('history.compareBefore')}</Menu.Item>}
        {mayEdit && onName && <Menu.Item leftSection={<IconBookmark {...icon} />} onClick={onName}>{t('history.nameIt')}</Menu.Item>}
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
