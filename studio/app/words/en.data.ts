/** Every word the studio says, in English. Keys are grouped by where they are read; `_one` and `_other` are plural forms. */
export const en = {
  common: {
    cancel: 'Cancel', close: 'Close', tryAgain: 'Try again', details: 'Details', loading: 'Loading', skip: 'Skip to the page', undo: 'Undo',
    optional: 'optional', delete: 'Delete', rename: 'Rename', add: 'Add', done: 'Done', more: 'More', less: 'Less', light: 'Light colours', dark: 'Dark colours', save: 'Save', none: 'None', search: 'Search', back: 'Back',
  },
  access: { owner: 'Owner', admin: 'Admin', editor: 'Editor', analyst: 'Analyst', agent: 'Agent', member: 'Member' },
  nav: { main: 'Main' },
  page: {
    missing: 'There is nothing at this address', missingHelp: 'It may have been removed, or the link is not whole.', toBots: 'Go to the bots',
    failed: 'Could not load', failedHelp: 'Everything you saved is safe.',
  },
  failure: { offline: 'No connection to the server. Your changes stay on this device.' },
  saved: { saved: 'Saved', saving: 'Saving', offline: 'Kept on this device, sends when back online', refused: 'Not all saved' },
} as const;
