import { Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { botQuery } from '../api/bots.ts';
import { useDesigner } from '../store/designerContext.ts';
import { useSettled } from '../store/useSettled.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { fileName, saveFile } from '../ui/saveFile.ts';
import { saveProject } from './saveProject.ts';

/** Takes what is drawn elsewhere: the code alone, a project that runs, a picture. */
export function SaveMenu({ code }: { code: string | undefined }) {
  const { t } = useTranslation();
  const { book, ui } = useDesigner();
  const bot = useQuery(botQuery(book.botId)).data;
  const settled = useSettled(book);
  return (
    <Menu position="bottom-end">
      <Menu.Target><IconButton label={t('code.save')}><IconDownload size={16} stroke={1.75} /></IconButton></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={!settled} onClick={() => void saveProject({ bot: book.botId })}>{t(settled ? 'code.project' : 'code.projectSaving')}</Menu.Item>
        <Menu.Item disabled={code === undefined} onClick={() => { if (code !== undefined) saveFile(code, `${fileName(bot?.slug ?? '')}.machine.ts`, 'text/typescript'); }}>{t('code.file')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => ui.setState({ exporting: true })}>{t('diagram.open')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
