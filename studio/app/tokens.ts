/** The values behind every colour and shadow of the studio, by name; each becomes the CSS variable `--parley-<name>`. */
export type Tokens = Record<keyof typeof light, string>;

const light = {
  'page': '#faf9f7', 'canvas': '#f4f3ef', 'canvas-dot': '#d9d6ce', 'surface': '#ffffff', 'sunken': '#f4f3ef', 'hover': '#eceae5', 'press': '#e2dfd8',
  'line': '#e6e3dd', 'line-strong': '#d0ccc3', 'line-control': '#8a867c',
  'text': '#1c1b18', 'text-2': '#54514a', 'text-3': '#6b675f', 'ink': '#1c1b18', 'ink-hover': '#38362f', 'on-ink': '#ffffff',
  'edge': '#8a867c', 'scrim': 'rgba(28, 27, 24, .42)', 'row-hover': '#faf9f7', 'seg-on': '#ffffff',
  'thread': '#e4571b', 'thread-fill': '#cb440e', 'thread-fill-hover': '#b33b0a', 'on-thread': '#ffffff',
  'thread-text': '#b33b0a', 'thread-soft': '#fff1e9', 'thread-line': '#f6c3a8', 'thread-halo': 'rgba(228, 87, 27, .18)',
  'ok': '#16703a', 'ok-mark': '#1d8147', 'ok-soft': '#e6f5eb', 'ok-line': '#b4dfc3',
  'warn': '#855700', 'warn-mark': '#a56a00', 'warn-soft': '#fff3d6', 'warn-line': '#efd08a',
  'bad': '#b4123d', 'bad-mark': '#c2184a', 'bad-soft': '#fdebef', 'bad-line': '#f3b6c4', 'on-bad': '#ffffff',
  'info': '#1b5ca3', 'info-mark': '#2a72c3', 'info-soft': '#e8f1fb', 'info-line': '#b7d2ef',
  'talk': '#0a6f6a', 'talk-soft': '#dcf2ef', 'decide': '#445e88', 'decide-soft': '#e5ebf4', 'think': '#93358b', 'think-soft': '#f8e6f6',
  'connect': '#596a0b', 'connect-soft': '#eff3d5', 'work': '#1d5fbb', 'work-soft': '#e2edfc', 'ends': '#4a4740', 'ends-soft': '#e8e6e0',
  'person-1': '#1d5fbb', 'person-2': '#93358b', 'person-3': '#0a6f6a', 'person-4': '#596a0b', 'person-5': '#6240c8', 'person-6': '#7a4b1e', 'person-7': '#0b6a94', 'person-8': '#2b7434', 'on-person': '#ffffff',
  'shadow-1': '0 1px 2px rgba(40, 36, 28, .06)',
  'shadow-2': '0 1px 2px rgba(40, 36, 28, .06), 0 4px 12px -2px rgba(40, 36, 28, .08)',
  'shadow-3': '0 2px 6px rgba(40, 36, 28, .06), 0 16px 40px -8px rgba(40, 36, 28, .18)',
  'shadow-4': '0 4px 12px rgba(40, 36, 28, .08), 0 32px 80px -16px rgba(40, 36, 28, .32)',
};

const dark: Tokens = {
  'page': '#131312', 'canvas': '#0f0f0e', 'canvas-dot': '#2c2c29', 'surface': '#1b1b19', 'sunken': '#141413', 'hover': '#2a2a27', 'press': '#353531',
  'line': '#2c2c29', 'line-strong': '#41403b', 'line-control': '#78756c',
  'text': '#f2f0eb', 'text-2': '#bab7ae', 'text-3': '#9b978d', 'ink': '#f2f0eb', 'ink-hover': '#d8d5cc', 'on-ink': '#161614',
  'edge': '#706d64', 'scrim': 'rgba(0, 0, 0, .6)', 'row-hover': '#20201e', 'seg-on': '#353531',
  'thread': '#ff8148', 'thread-fill': '#ff8148', 'thread-fill-hover': '#ff9c6e', 'on-thread': '#1e0e06',
  'thread-text': '#ff9c6e', 'thread-soft': '#35221a', 'thread-line': '#6e3d26', 'thread-halo': 'rgba(255, 129, 72, .22)',
  'ok': '#62d18d', 'ok-mark': '#3fb873', 'ok-soft': '#162a1e', 'ok-line': '#2a5139',
  'warn': '#f0c04f', 'warn-mark': '#d9a634', 'warn-soft': '#2f2711', 'warn-line': '#5b4a1d',
  'bad': '#ff8fa6', 'bad-mark': '#f26483', 'bad-soft': '#381a22', 'bad-line': '#6b2f3e', 'on-bad': '#2a0a12',
  'info': '#84b9f6', 'info-mark': '#5a9bea', 'info-soft': '#182737', 'info-line': '#2c4a6b',
  'talk': '#55d0c5', 'talk-soft': '#133230', 'decide': '#a3bae0', 'decide-soft': '#222c3c', 'think': '#e79adf', 'think-soft': '#371e35',
  'connect': '#c1d25f', 'connect-soft': '#2a2e14', 'work': '#8ab9fa', 'work-soft': '#172b44', 'ends': '#d2cfc6', 'ends-soft': '#33322e',
  'person-1': '#8ab9fa', 'person-2': '#e79adf', 'person-3': '#55d0c5', 'person-4': '#c1d25f', 'person-5': '#b9a3ff', 'person-6': '#d9a877', 'person-7': '#6fcdf2', 'person-8': '#7fd48a', 'on-person': '#161614',
  'shadow-1': '0 1px 2px rgba(0, 0, 0, .4)',
  'shadow-2': '0 0 0 1px rgba(255, 255, 255, .03), 0 4px 12px rgba(0, 0, 0, .4)',
  'shadow-3': '0 0 0 1px rgba(255, 255, 255, .05), 0 16px 40px rgba(0, 0, 0, .55)',
  'shadow-4': '0 0 0 1px rgba(255, 255, 255, .07), 0 32px 80px rgba(0, 0, 0, .7)',
};

/** Both colour schemes, with the same names. */
export const tokens: { light: Tokens; dark: Tokens } = { light, dark };
