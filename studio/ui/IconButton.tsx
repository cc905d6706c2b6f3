import { ActionIcon, Tooltip } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';

/** An icon that stands alone: always with a name, a tooltip and, where there is one, its key. Can open a menu (`Menu.Target`). */
export function IconButton({ label, keys, size = 'sm', variant = 'subtle', pressed, children, ...button }: Omit<ComponentProps<'button'>, 'color'> & {
  label: string;
  /** The key that does the same, e.g. `Ctrl Z`. */
  keys?: string;
  size?: 'xs' | 'sm' | 'md' | 'lg';
  variant?: 'subtle' | 'default';
  /** For switches: whether it is on. */
  pressed?: boolean;
  children: ReactNode;
}) {
  return (
    <Tooltip label={keys ? `${label} (${keys})` : label}>
      <ActionIcon {...button} size={size} variant={variant} aria-label={label} aria-pressed={pressed} aria-keyshortcuts={keys?.replaceAll(' ', '+')}>{children}</ActionIcon>
    </Tooltip>
  );
}
