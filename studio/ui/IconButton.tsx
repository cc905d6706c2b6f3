import { ActionIcon, Tooltip } from '@mantine/core';
import type { MouseEventHandler, ReactNode } from 'react';

/** An icon that stands alone: always with a name, a tooltip and, where there is one, its key. */
export function IconButton({ label, keys, size = 'sm', variant = 'subtle', disabled = false, pressed, onClick, children, tabIndex }: {
  label: string;
  /** The key that does the same, e.g. `Ctrl Z`. */
  keys?: string;
  size?: 'xs' | 'sm' | 'md' | 'lg';
  variant?: 'subtle' | 'default';
  disabled?: boolean;
  /** For switches: whether it is on. */
  pressed?: boolean;
  onClick?: MouseEventHandler<HTMLButtonElement>;
  tabIndex?: number;
  children: ReactNode;
}) {
  return (
    <Tooltip label={keys ? `${label} (${keys})` : label}>
      <ActionIcon size={size} variant={variant} aria-label={label} aria-pressed={pressed} aria-keyshortcuts={keys?.replaceAll(' ', '+')} disabled={disabled} onClick={onClick} tabIndex={tabIndex}>{children}</ActionIcon>
    </Tooltip>
  );
}
