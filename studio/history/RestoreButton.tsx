import { Button, Menu } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** One thing that can be brought back. */
export interface RestoreChoice {
  label: string;
  run: () => void;
}

/** Brings back the one thing there is, or asks which of several. */
export function RestoreButton({ choices }: { choices: readonly RestoreChoice[] }) {
  const { t } = useTranslation();
  const [first, ...more] = choices;
  const look = { size: 'xs', leftSection: <IconRestore size={16} stroke={1.75} aria-hidden="true" /> } as const;
  if (more.length === 0) return <Button {...look} disabled={!first} onClick={first?.run}>{t('history.restore')}</Button>;
  return (
    <Menu position="bottom-end">
      <Menu.Target><Button {...look}>{t('history.restore')}</Button></Menu.Target>
      <Menu.Dropdown>{choices.map(({ label, run }) => <Menu.Item key={label} onClick={run}>{label}</Menu.Item>)}</Menu.Dropdown>
    </Menu>
  );
}
