import { ActionIcon, Autocomplete, Button, Checkbox, Input, Menu, Modal, MultiSelect, Popover, Select, Switch, TextInput, Textarea, Tooltip, createTheme } from '@mantine/core';
import type { CSSVariablesResolver } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { createElement } from 'react';
import { byItsScript } from '../ui/directions.ts';
import { tokens } from './tokens.ts';
import type { Tokens } from './tokens.ts';

/** The one mark of everything that opens a list. */
const chevron = createElement(IconChevronDown, { size: 14, stroke: 1.75, color: 'var(--parley-text-3)' });

/** Heights of controls: dense (designer), ordinary, large, touch. */
const heights: Record<string, { height: string; padding: string; text: string }> = {
  xs: { height: '24px', padding: '8px', text: '12px' },
  sm: { height: '28px', padding: '10px', text: '12px' },
  md: { height: '32px', padding: '12px', text: '13px' },
  lg: { height: '40px', padding: '16px', text: '14px' },
  xl: { height: '44px', padding: '16px', text: '14px' },
};
const sized = (size: unknown) => heights[typeof size === 'string' ? size : 'md'] ?? { height: '32px', padding: '12px', text: '13px' };

/** Mantine's theme with the values of the design; the rest of the look hangs on the `--parley-` variables. */
export const theme = createTheme({
  primaryColor: 'thread', primaryShade: { light: 6, dark: 4 }, autoContrast: true, luminanceThreshold: 0.3, black: '#1c1b18',
  colors: {
    gray: ['#faf9f7', '#f4f3ef', '#eceae5', '#e6e3dd', '#d0ccc3', '#8a867c', '#6b675f', '#54514a', '#38362f', '#1c1b18'],
    dark: ['#f2f0eb', '#d8d5cc', '#bab7ae', '#9b978d', '#41403b', '#2a2a27', '#1b1b19', '#131312', '#0f0f0e', '#0a0a09'],
    thread: ['#fff1e9', '#fadac8', '#f6c3a8', '#ff9c6e', '#ff8148', '#e4571b', '#cb440e', '#b33b0a', '#6e3d26', '#35221a'],
    ok: ['#e6f5eb', '#cdead7', '#b4dfc3', '#8bd8a8', '#62d18d', '#3fb873', '#1d8147', '#16703a', '#2a5139', '#162a1e'],
    warn: ['#fff3d6', '#f7e2b0', '#efd08a', '#f0c86c', '#f0c04f', '#d9a634', '#a56a00', '#855700', '#5b4a1d', '#2f2711'],
    bad: ['#fdebef', '#f8d0da', '#f3b6c4', '#f9a2b5', '#ff8fa6', '#f26483', '#c2184a', '#b4123d', '#6b2f3e', '#381a22'],
    info: ['#e8f1fb', '#d0e2f5', '#b7d2ef', '#9ec6f2', '#84b9f6', '#5a9bea', '#2a72c3', '#1b5ca3', '#2c4a6b', '#182737'],
  },
  fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif',
  fontFamilyMonospace: '"Geist Mono Variable", ui-monospace, Menlo, monospace',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '14px', xl: '16px' },
  lineHeights: { xs: '16px', sm: '16px', md: '20px', lg: '20px', xl: '24px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '24px', lineHeight: '32px' }, h2: { fontSize: '20px', lineHeight: '28px' },
      h3: { fontSize: '16px', lineHeight: '24px' }, h4: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' }, defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  shadows: { xs: 'var(--parley-shadow-1)', sm: 'var(--parley-shadow-2)', md: 'var(--parley-shadow-3)', xl: 'var(--parley-shadow-4)' },
  cursorType: 'pointer', respectReducedMotion: true, focusRing: 'auto',
  components: {
    Button: Button.extend({
      defaultProps: { size: 'md', variant: 'default', loaderProps: { size: 14 } },
      vars: (_theme, { size }) => ({ root: { '--button-height': sized(size).height, '--button-padding-x': sized(size).padding, '--button-fz': sized(size).text } }),
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { size: 'md', variant: 'subtle' },
      vars: (_theme, { size }) => ({ root: { '--ai-size': sized(size).height } }),
    }),
    Input: Input.extend({
      defaultProps: { size: 'md' },
      vars: (_theme, { size }) => ({ wrapper: { '--input-height': sized(size).height, '--input-fz': sized(size).text, '--input-padding': '10px' } }),
    }),
    InputWrapper: Input.Wrapper.extend({ defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } }),
    TextInput: TextInput.extend({ defaultProps: { attributes: byItsScript } }),
    Textarea: Textarea.extend({ defaultProps: { attributes: byItsScript } }),
    Autocomplete: Autocomplete.extend({ defaultProps: { attributes: byItsScript } }),
    Select: Select.extend({ defaultProps: { attributes: byItsScript, allowDeselect: false, checkIconPosition: 'right', maxDropdownHeight: 320, rightSection: chevron, rightSectionPointerEvents: 'none', rightSectionWidth: 30 } }),
    MultiSelect: MultiSelect.extend({ defaultProps: { size: 'md', maxDropdownHeight: 320, rightSection: chevron, rightSectionPointerEvents: 'none', rightSectionWidth: 30 } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 160, transition: 'fade-down' } } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 160, transition: 'fade-down' } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, closeDelay: 0, withArrow: false, fz: 12, transitionProps: { duration: 90 } } }),
    Modal: Modal.extend({
      defaultProps: { radius: 'xl', shadow: 'xl', centered: true, size: 480, overlayProps: { color: 'var(--parley-scrim)', backgroundOpacity: 1 }, transitionProps: { duration: 240, transition: 'fade-up' } },
    }),
    Switch: Switch.extend({ defaultProps: { withThumbIndicator: false, size: 'sm' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs', radius: 4 } }),
  },
});

function schemeVariables(values: Tokens): Record<string, string> {
  const own = Object.fromEntries(Object.entries(values).map(([name, value]) => [`--parley-${name}`, value]));
  return {
    ...own,
    '--mantine-color-body': values.page, '--mantine-color-text': values.text, '--mantine-color-dimmed': values['text-2'],
    '--mantine-color-placeholder': values['text-3'], '--mantine-color-default': values.surface, '--mantine-color-default-hover': values.hover,
    '--mantine-color-default-color': values.text, '--mantine-color-default-border': values['line-strong'], '--mantine-color-error': values.bad,
  };
}

/** Gives both schemes their variables: the design's own and Mantine's overrides. */
export const variables: CSSVariablesResolver = () => ({
  variables: { '--parley-ease': 'cubic-bezier(.2, .8, .2, 1)' },
  light: schemeVariables(tokens.light),
  dark: schemeVariables(tokens.dark),
});
