/** English words of bots as files: importing, exporting, duplicating. */
export const exchange = {
  exchange: {
    import: 'Import', title: 'Import a bot', choose: 'Choose a file', drop: 'or drop it here', dropPage: 'Drop the file to import a bot', takes: 'A file exported from Parley, Typebot (version 6), RapidPro, TextIt or Glific. At most {{most}} MB.', reading: 'Reading {{name}}',
    tooLarge: '{{name}} has {{size}} MB; at most {{most}} MB are taken.', nothingMade: 'Nothing was made.', refused: '{{name}} could not be imported', another: 'Choose another file', where: 'Where', moreProblems_one: 'and {{count}} more', moreProblems_other: 'and {{count}} more',
    made: '{{name}} is made', madeText: 'It is a draft: nobody can talk to it before you publish.', report: 'What became of the file', open: 'Open the designer', credentials_one: 'It needs a credential: {{names}}. Secrets do not come along.', credentials_other: 'It needs {{count}} credentials: {{names}}. Secrets do not come along.',
    credentialsTitle_one: 'Its credential', credentialsTitle_other: 'Its {{count}} credentials', credentialsText: 'Secrets do not come along in a file. Choose a credential that is here, or make one; the nodes that use it follow. You can also do this later in the nodes.', credentialFor: 'Credential for {{name}}', credentialPick: 'Choose one', credentialMake: 'Make it', credentialUsed: '{{name}} is in its place', credentialGoes: 'for {{hosts}}',
    leftOut: 'Left out', approximated: 'Something like it', mapped: 'The same', whole: 'Everything is as it was.', places_one: '{{count}} more place', places_other: '{{count}} more places',
    duplicate: 'Duplicate', duplicated: '{{name}} is made', export: 'Export',
  },
  incoming: {
    file: 'Import a file', title: 'Put {{name}} on this drawing', help: 'Its drawing comes where you dropped it, with the flows it calls. Its settings and tests stay in the file: this bot has its own.', report: 'What becomes of the file', whole: 'Everything comes as it is.', put: 'Put it here', unchanged: 'Nothing on this drawing was changed.',
  },
} as const;
