/** Every word the studio says, in English. Keys are grouped by where they are read; `_one` and `_other` are plural forms. */
export const en = {
  common: {
    cancel: 'Cancel', close: 'Close', tryAgain: 'Try again', details: 'Details', loading: 'Loading', skip: 'Skip to the page', undo: 'Undo',
    optional: 'optional', delete: 'Delete', rename: 'Rename', add: 'Add', done: 'Done', more: 'More', less: 'Less', light: 'Light colours', dark: 'Dark colours', save: 'Save', none: 'None', search: 'Search', back: 'Back',
  },
  access: { owner: 'Owner', admin: 'Admin', editor: 'Editor', analyst: 'Analyst', agent: 'Agent', member: 'Member' },
  nav: { main: 'Main', you: 'Signed in as {{name}}' },
  page: {
    missing: 'There is nothing at this address', missingHelp: 'It may have been removed, or the link is not whole.', toBots: 'Go to the bots',
    failed: 'Could not load', failedHelp: 'Everything you saved is safe.',
  },
  failure: { offline: 'No connection to the server. Your changes stay on this device.' },
  saved: { saved: 'Saved', saving: 'Saving', offline: 'Kept on this device, sends when back online', refused: 'Not all saved' },
  gesture: {
    add: 'Add {{type}}', addNote: 'Add a note', connect: 'Connect', disconnect: 'Disconnect', remove: 'Delete {{name}}', duplicate: 'Duplicate', paste_one: 'Paste {{count}} card', paste_other: 'Paste {{count}} cards', rename: 'Rename to {{name}}', note: 'Edit a note', tidy: 'Tidy',
    move_one: 'Move {{count}} card', move_other: 'Move {{count}} cards', edit: 'Edit {{node}}', translate: 'Translate ({{language}})', settings: 'Change the settings', languages: 'Change the languages', fix: '{{label}}',
    addVariable: 'Add {{name}}', variable: 'Change {{name}}', renameVariable: 'Rename {{from}} to {{to}}', removeVariable: 'Delete {{name}}', addEntry: 'Add: {{entry}}', removeEntry: 'Remove: {{entry}}', moveEntry: 'Change the order',
  },
  designer: {
    failed: 'Everything that was saved is safe.', toMain: 'Go to the main flow', toBots: 'All bots', where: 'Where you are', mainFlow: 'Main flow', views: 'Views', design: 'Design', code: 'Code', hereNow: 'Here now', live: 'Live v{{no}}', paused: 'Paused v{{no}}', draft: 'Draft', changed: 'changed since', test: 'Test', publish: 'Publish',
    column: 'Right column', look: 'To look at', lookHelp: 'Drawing needs the right to edit bots.', readOnly: 'To look at. Drawing needs a wider window and the right to edit.',
  },
  canvas: {
    name: 'Canvas', role: 'canvas', keys: 'Arrows walk along the edges, Enter opens, A adds after, C connects, F2 renames, Delete heals. O opens the outline.', map: 'Map of the canvas', bar: 'Canvas tools', title: 'Title', here: 'Here', running: 'Running', failed: 'Failed',
    moreExits_one: '{{count}} more', moreExits_other: '{{count}} more', dragOrC: '{{exit}}: drag, or press C', handledBySettings: 'Free: the flow’s settings handle it', waysOut_one: '{{count}} way out', waysOut_other: '{{count}} ways out',
    insert: 'Insert a node here', disconnect: 'Disconnect', undo: 'Undo: {{gesture}}', redo: 'Redo: {{gesture}}', nothingToUndo: 'Nothing to undo', nothingToRedo: 'Nothing to redo', zoomIn: 'Zoom in', zoomOut: 'Zoom out', fit: 'Zoom {{zoom}} %, show everything', fitShort: 'Show everything', tidy: 'Tidy', tidyFailed: 'Could not tidy. Nothing was moved.', outline: 'Outline',
    connectingFrom: 'Choose where “{{exit}}” of {{node}} leads: arrows and Enter, or click. C takes the next way out, Escape stops.', removed: '{{name}} deleted', things_one: '{{count}} thing', things_other: '{{count}} things', startStays: 'The start stays: a conversation begins there.', copied_one: '{{count}} card copied', copied_other: '{{count}} cards copied', nothingToPaste: 'Nothing of a drawing is in the clipboard.', noClipboard: 'The browser keeps its clipboard closed. Use the keys instead.',
    note: 'Note', noteText: 'Words', noteHelp: 'For colleagues. Nobody who chats sees it.', emptyNote: 'Double-click to write', first: 'First step', firstText: 'A conversation begins at the start. Choose what comes first, or drag it from the left.',
  },
  palette: { name: 'Palette', search: 'Add a node', none: 'Nothing is called “{{search}}”.', addHere: 'Add here' },
  issues: {
    name: 'Issues', error: 'Error', warning: 'Warning', info: 'Good to know', errors_one: '{{count}} error', errors_other: '{{count}} errors', warnings_one: '{{count}} warning', warnings_other: '{{count}} warnings', infos_one: '{{count}} note', infos_other: '{{count}} notes',
    checked_one: 'Checked {{count}} node in {{ms}} ms', checked_other: 'Checked {{count}} nodes in {{ms}} ms', noneChecked_one: 'No issues. Checked {{count}} node in {{ms}} ms.', noneChecked_other: 'No issues. Checked {{count}} nodes in {{ms}} ms.', failed: 'Could not check. Publishing still does.', list: 'List of issues', fold: 'Fold the issues', unfold: 'Show the issues', flow: 'Flow', addThere: 'Add a node there', checking: 'Checking',
  },
  undo: { refused: 'Could not undo: somebody changed {{where}} since, and their change stays.' },
  collision: { title: 'Two edits of {{where}}', text: '“{{gesture}}” changes what somebody else changed meanwhile. Which one stays?', theirs: 'Theirs', mine: 'Yours', keepTheirs: 'Keep theirs', useMine: 'Use yours', gone: 'What it belongs to is gone.', removed: 'Removed' },
  inspector: {
    name: 'Inspector', views: 'Parts', content: 'Content', ways: 'Ways out', duplicate: 'Duplicate', menu: 'More', unknown: 'This drawing uses a node called “{{type}}”, which is not installed here.', nowhere: 'Leads nowhere', by_silence: 'Ends quietly (settings)', by_error: 'Error text (settings)', by_unreadable: 'Asks again (settings)', goTo: 'Go there', editedBy: 'Edited by {{name}}, {{time}}', you: 'you',
  },
  field: {
    language: 'Language', missingIn: '{{language}} is missing', outdatedIn: '{{language}} was made from an older text', machine: 'Machine', originalChanged: 'The text has changed: {{original}}', gives: 'gives {{type}}', variables: 'Variables', noVariable: 'None', noSuchVariable: 'No such variable', makeVariable: 'Make {{name}}', unit: 'Unit of {{field}}', ofMost: '{{count}} of {{most}}', moveEntry: 'Move or remove {{entry}} {{text}}', up: 'Move up', down: 'Move down', removeEntry: 'Remove {{entry}}', moreOf: 'More of {{entry}}', lessOf: 'Less of {{entry}}', kilobytes: '{{size}} kB', removeFile: 'Remove the file', noFile: 'No file yet.',
  },
  condition: { variable: 'Variable', compare: 'Comparison', value: 'Value', is: 'is', isNot: 'is not', less: 'is less than', atMost: 'is at most', more: 'is more than', atLeast: 'is at least', contains: 'contains', yes: 'is yes', no: 'is no', set: 'is known', notSet: 'is not known', write: 'Write it', choose: 'Choose it' },
  unit: { S_one: 'second', S_other: 'seconds', M_one: 'min', M_other: 'min', H_one: 'hour', H_other: 'hours', D_one: 'day', D_other: 'days' },
  type: { text: 'text', number: 'number', boolean: 'yes or no', date: 'date', time: 'time', datetime: 'date and time', duration: 'duration', file: 'file', list: 'list', object: 'object', listOf: 'list of {{of}}', item: 'Type of its items', fieldName: 'Name of the field', ofField: 'Type of {{name}}', addField: 'Add a field', removeField: 'Remove {{name}}' },
  flow: { settings: 'Settings', variables: 'Variables', variablesCount: 'Variables {{count}}' },
  settings: {
    languages: 'Languages', typedIn: 'typed in', addLanguage: 'Add a language', languageMenu: 'More for {{language}}', typeIn: 'Type in {{language}}', removeLanguage: 'Remove from the flow', noSuchLanguage: 'No such language', missingAccepted: 'Missing translations are meant', channels: 'Channels', channelsHelp: 'Where people will chat. Texts are held against their limits.', colour: 'Colour of the web chat', colourHelp: 'Kept readable in light and dark. Empty: ink.', colourPick: 'Pick a colour', colourWrong: 'A colour is # and six digits from 0 to f, such as #10597a.', texts: 'Texts of the flow',
    errorText: 'When something fails', errorTextHelp: 'Said before the conversation ends, where a node has no way out for it.', unreadableText: 'When a message is no answer', unreadableTextHelp: 'Said before the question comes again.', inherited: 'Empty: as in the main flow, “{{value}}”.', waitingText: 'While people wait', waitingTextHelp: 'Said when somebody writes while the bot works.', consentText: 'Consent', consentTextHelp: 'Asked before the first turn of a contact. Empty: not asked.',
    silence: 'Silence', silenceAfter: 'End after a silence of', silenceAfterHelp: 'Where a question sets no time of its own. Empty: it waits for ever.', sessionHours: 'A conversation lasts, hours', sessionHoursHelp: 'After the last message. Then the next one starts anew.', zone: 'Time zone', zoneHelp: 'While a contact’s own is not known.', shortcuts: 'Shortcuts', shortcutsHelp: 'Words that work anywhere in the conversation, such as “menu”.', shortcutWords: 'Words', shortcutDoes: 'What it does', doesRestart: 'Starts over', doesLanguage: 'Offers the languages', doesReset: 'Asks, then starts over', doesCall: 'Runs {{flow}}', addShortcut: 'Add a shortcut', removeShortcut: 'Remove the shortcut',
  },
  subflow: { all: 'Subflows', choose: 'Choose a flow', noneYet: 'No subflow yet', open: 'Open it', make: 'New subflow', new: 'New subflow', name: 'Name', help: 'A flow of its own that others call.', nameNeeded: 'A name is needed.', create: 'Make it', menu: 'More for {{name}}', delete: 'Delete {{name}}?', deleteText: 'Its drawing goes. Nodes that call it fail; versions that are live keep their copy.', wantsNothing: 'This flow asks for nothing. Its variables marked “given” stand here.', givesNothing: 'This flow gives nothing back. Its variables marked “given back” stand here.' },
  variable: { add: 'Add a variable', none: 'Variables remember what people say.', name: 'Name', nameHelp: 'Changing it changes it everywhere.', type: 'Type', initial: 'Begins as', initialJson: 'As JSON.', notJson: 'This is not JSON.', true: 'Yes', false: 'No', personal: 'Personal', personalHelp: 'Hidden in logs, and from people who may not see it.', direction: 'In calls', own: 'Its own', in: 'Given', out: 'Given back', uses_one: '{{count}} use', uses_other: '{{count}} uses', unused: 'not used', show: 'Show where' },
  outline: { again: 'shown above' },
  code: { name: 'FSM code', title: 'Code', lines_one: '{{count}} line', lines_other: '{{count}} lines', copy: 'Copy the code', copied: 'Code copied' },
  command: { name: 'Commands', search: 'Go to, add, do', goTo: 'Go to', add: 'Add', do: 'Do', none: 'Nothing fits “{{search}}”.', flow: 'Flow', panel: 'Panel', needsNode: 'Choose a node first', connect: 'Connect', addAfter: 'Add a node after', copy: 'Copy', paste: 'Paste', remove: 'Delete and join the neighbours', redo: 'Redo', showOutline: 'Show the outline', hideOutline: 'Hide the outline', showSimulator: 'Show the simulator', hideSimulator: 'Hide the simulator', showCode: 'Show the code', hideCode: 'Hide the code', keys: 'Show all keys' },
  keys: { title: 'Keys', everywhere: 'Everywhere', canvas: 'On the canvas and in the outline', lists: 'In the inspector', palette: 'All commands', undo: 'Undo', redo: 'Redo', panels: 'Next panel', search: 'Find a node to add', outline: 'Outline', map: 'This map', out: 'One level out', walk: 'Walk along the edges', extend: 'Choose several', nudge: 'Move the card', open: 'Open in the inspector', add: 'Add after', connect: 'Connect; again for the next way out', rename: 'Rename', duplicate: 'Duplicate', clipboard: 'Copy, cut, paste; into another bot, too', all: 'Choose everything', remove: 'Delete and join the neighbours', zoom: 'Zoom in, out, show everything', next: 'Another entry below', moveEntry: 'Move the entry', variable: 'Put a variable into a text' },
} as const;
