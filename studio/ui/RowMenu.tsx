import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { IconButton } from './IconButton.tsx';

/** What can be done with the thing of a row: change it, or take it away. `label` names the thing; `edit` and `remove` are the words for the two. */
export function RowMenu({ label, edit, remove, onEdit, onRemove }: { label: string; edit: string; remove: string; onEdit: () => void; onRemove: () => void }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target><IconButton label={label}><IconDots size={16} stroke={1.75} /></IconButton></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onEdit}>{edit}</Menu.Item>
        <Menu.Item data-danger onClick={onRemove}>{remove}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
