/** English words about plugins (the page, the form, and what a placed one says in the inspector) and the usual shortcuts. */
export const nodes = {
  shortcuts: { restart: 'Starts over', language: 'Offers the languages', menuItem: 'Opens a menu', menu: 'Menu', menuQuestion: 'What would you like to do?', menuBack: 'Go back', own: 'Something of its own' },
  tryCode: {
    name: 'Try it', addTypes: 'Add its types', title: 'Try the program', inputs: 'What goes in', run: 'Run', noInputs: 'Nothing yet. Inputs of the node that have a name and a value stand here.', misfit: 'That is no {{type}}.', takes: 'Takes “{{exit}}”: {{leads}}', result: 'Result', log: 'Written to the console',
    otherType: 'The result has another type. It should be: {{type}}.', unreachable: 'The server could not be reached, so the program was not run. What you wrote is kept on this device.',
  },
  plugins: {
    title: 'Plugins', new: 'New plugin', blank: 'Empty plugin', fromExample: 'From an example', empty: 'No plugins yet. A plugin is a call to another system, set up once and placed by its own name: a payment link, a ticket.', emptyRead: 'No plugins yet. Somebody who may draw can make the first one.',
    failed: 'Could not load the plugins', name: 'Name', asks: 'Asks', noAddress: 'Nobody', usedBy: 'Used by', nobody: 'No flow', older: 'version {{version}}', moreUses: '{{count}} more', changed: 'Changed', actionsTitle: 'Actions', actions: 'Actions for {{name}}', edit: 'Change',
    kind: { callback: 'waits to be called back', http: 'asks and goes on' },
    remove: 'Delete', removeTitle: 'Delete {{name}}?', removeText: 'It leaves the palette. Drawings that use it keep their version and go on.', removed: 'Plugin deleted',
    create: 'Make plugin', change: 'Change {{name}}', saveVersion: 'Save as version {{version}}', saved: '{{reference}} saved', unfinished: 'Something is missing above.',
    versionNote_one: 'This becomes version {{version}}. The flow that uses it stays with its own until somebody takes this one there.', versionNote_other: 'This becomes version {{version}}. The {{count}} flows that use it stay with their own until somebody takes this one there.', versionNote_zero: 'This becomes version {{version}}.',
    try: 'Try it', tryHelp: 'It is really asked, from the server, with a shared credential. What it changes over there is changed. The address to be called back at leads nowhere here.', send: 'Ask once', answered: '{{status}} in {{ms}} ms', taken: 'Taken from the answer', body: 'The answer',
    choose: 'Choose a plugin', none: 'Nothing is called that.', noneYet: 'There are no plugins yet. Make one under', gone: 'It is not in the list any more. This node keeps its version and goes on.', takeVersion: 'Take version {{version}}', gesture: 'Use {{name}}',
    wantsNothing: 'This plugin needs nothing.', givesNothing: 'This plugin gives nothing.', optional: '{{name}} (optional)', forMessage: 'Known before the message is said, so that it can show it.',
  },
} as const;
