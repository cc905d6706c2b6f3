/** English words of the simulator's workbench: variables, time, ways, tests, other systems, conversations that were had. */
export const simulator = {
  sim: {
    notRun: '“{{node}}” was not run, so the conversation waits for it. {{why}}', unreached: 'The server could not be reached.',
    setByYou: 'You set {{name}} to {{value}}', unsetByYou: 'You took {{name}} away', byYou: 'set by you', due: 'The time is up', former: 'Said in the conversation', fromHere: 'From here on it is simulated',
    variable: { change: 'Change {{name}}', value: 'Value of {{name}}', save: 'Set', cancel: 'Cancel', unset: 'Take away', misfit: 'This is no {{type}}.', json: 'As JSON', notYet: 'Variables can be set once the conversation has begun.' },
    inside: { takes: 'Goes this way', title: 'Inside this step', open_one: '{{count}} thing done in this step', open_other: '{{count}} things done in this step', at: '{{at}} of {{count}}', back: 'Back inside the step', on: 'On inside the step', whole: 'The whole step' },
    ways: { open_one: '{{count}} other way', open_other: '{{count}} other ways', title: 'Ways it went before', one: 'Another from step {{from}}, {{count}} steps' },
    clock: { hour: '1 h', due: 'To the next deadline, {{time}}', none: 'No deadline runs.', set: 'Go to a moment', go: 'Go', past: 'Time goes on only: {{time}} is now.', zone: 'A clock in {{zone}}' },
    from: {
      test: 'Test from here', title: 'Begin at “{{node}}”', needs: 'What is known by then', unset: 'Leave empty what nobody has said.', begin: 'Begin here', cancel: 'Cancel', begun: 'Begun at “{{node}}”', with: 'with {{values}}', start: 'From the start', gone: 'The drawing as it is now has no “{{node}}”.', needsNode: 'Choose a node first',
    },
    keep: {
      keep: 'Keep as test', title: 'Keep this run as a test', name: 'Name', nameHelp: 'What it shows, such as “Full wash, no slot left”.', save: 'Keep the test', kept: '“{{name}}” is kept. Every publish holds it.', lines_one: '{{count}} line, it passes now.', lines_other: '{{count}} lines, it passes now.',
      upTo: 'It can be kept up to step {{step}}.', back: 'Go to step {{step}}', run: 'In the run', test: 'In a test', noRight: 'You may not keep tests of this bot.', personal_one: 'It holds a personal value: {{names}}.', personal_other: 'It holds personal values: {{names}}.', contact: 'the contact’s name', sample: 'Put samples in their place', ran: 'Run it',
      why: {
        nothing: 'Nothing has been said yet.', expired: 'The conversation ended after a long silence. A test does not wait for that.', unheard: 'A voice message was answered by Parley, not by the drawing.', past: 'A button of a past question was answered by Parley, not by the drawing.',
        waiting: 'Something is still under way. Answer it first.', otherwise: 'It would go otherwise when it is held again.',
      },
    },
    script: { title: 'Test: {{name}}', at: 'Line {{at}} of {{count}}', next: 'Next line', rest: 'All that is left', stop: 'Leave the test', passed: 'It goes as written.', otherwise: 'It goes otherwise.', stuck: 'The next line cannot be said here.', whole: 'Run in the simulator', stepped: 'Line by line' },
    outside: {
      outcome: 'How it ends', really: 'Ask for real', asking: 'Asking', reallyNote: 'It is really asked, from the server. What that changes or costs over there is real.', recorded: 'Recorded: {{told}}', request: '{{status}} in {{ms}} ms, {{bytes}} bytes', model: '{{model}}, {{ms}} ms, {{in}} tokens in, {{out}} out, cost {{cost}}', standIn: 'the stand-in, no model is set up',
      failedReally: 'It failed: {{error}}', takeFailure: 'Fail with this', standing_one: 'Answers by itself: {{count}} node', standing_other: 'Answers by itself: {{count}} nodes', ask: 'Ask for {{node}} again', all: 'Ask for all', hand: 'as you said', byItself: 'Answered as always',
      address: 'Get a real address', addressNote: 'An address that can really be called back once. Where the node tells the other system, it is told; what that changes over there is real.', waits: 'Waits to be called back here, until {{time}}.', wasTold: 'The other system was told ({{status}} in {{ms}} ms).', stop: 'Stop waiting',
      nobody: 'Nobody called in time. The address is of no use any more.', wentOn: 'The conversation has gone on.', called_one: '{{code}}, called back after {{count}} s', called_other: '{{code}}, called back after {{count}} s',
      outcomes: { ok: 'Succeeds', done: 'Gives a result', clientError: 'Refused (4xx)', serverError: 'Fails over there (5xx)', timeout: 'Takes too long', unsure: 'Is not sure' },
    },
    session: {
      open: 'Open in the simulator', openHelp: 'Go on from this turn with the version it ran on.', title: 'From a conversation, after turn {{no}}', on: 'With', release: 'v{{no}}, as it ran', draft: 'The draft', noRelease: 'The version it ran on is gone.', hidden_one: 'Left out, because you may not see it: {{names}}.', hidden_other: 'Left out, because you may not see them: {{names}}.',
      missing: 'The draft has no “{{places}}” any more. It begins anew there.', leave: 'Leave', none: 'Nothing was kept of this turn.', failed: 'Could not open the conversation', foreign: 'It was had with another bot.', over: 'The conversation was over after this turn.', back: 'Back to the conversation',
    },
    limits: {
      list: 'Shown as a list: {{channel}} has {{count}} buttons at most', listLong: 'Shown as a list: a label is longer than a button of {{channel}}', listNotes: 'Shown as a list: buttons of {{channel}} have no notes', pages: '{{count}} pages of {{rows}} rows', bodySplit: 'The text is sent in pieces', numbered: 'Numbered: {{channel}} takes no two alike',
      cut: '{{field}}: {{length}} characters, {{channel}} shows {{limit}}', tooLong: '{{channel}} refuses it: {{field}} has {{length}} characters, {{limit}} are taken', type: '{{channel}} refuses the file: {{type}} is not taken', bytes: '{{channel}} refuses the file: {{size}} MB, {{limit}} MB are taken', formSteps: 'Asked one by one: {{channel}} has no forms',
      field: { text: 'The text', caption: 'The caption', choiceBody: 'The question', header: 'The header', footer: 'The footer', choiceLabel: 'A label', choiceNote: 'A note' },
    },
  },
} as const;
