/** English words about other systems: credentials, and trying out requests. */
export const connect = {
  credentials: {
    title: 'Credentials', new: 'New credential', empty: 'No credentials yet. A credential lets flows prove themselves to other systems; its secret is never shown again.', emptyRead: 'No credentials yet. Somebody who may draw can add the first one.',
    failed: 'Could not load the credentials', name: 'Name', nameHelp: 'What authors choose it by.', kindTitle: 'Kind', usedBy: 'Used by', lastUsed: 'Last used', changed: 'Changed', never: 'Never', nobody: 'No flow', hosts: 'Hosts', hostsHelp: 'The only hosts it is sent to, one a line, such as api.example.org.',
    kind: { bearer: 'Bearer token', basic: 'User and password', header: 'Header', query: 'Parameter in the address' },
    field: { bearer: '', basic: 'User', header: 'Name of the header', query: 'Name of the parameter' },
    secret: { bearer: 'Token', basic: 'Password', header: 'Value', query: 'Value' },
    secretHelp: 'Kept sealed and never shown again.', secretKept: 'Leave empty to keep the one there is.', secretAgain: 'Give it again to send it to another host.',
    scope: 'For', shared: 'All bots', forAll: '{{kind}}, for all bots', create: 'Add credential', change: 'Change {{name}}', save: 'Save', saved: 'Credential saved', actions: 'Actions for {{name}}', actionsTitle: 'Actions', edit: 'Change', remove: 'Delete', removeTitle: 'Delete {{name}}?', removeText: 'Its secret is gone for good. Flows that use it must get another one first.', removed: 'Credential deleted',
    privateTitle: 'Private hosts', privateText: 'The owner lets flows call these hosts although they are not on the public internet: {{hosts}}.', none: 'None', choose: 'None', gone: 'Deleted credential', loading: 'Loading',
  },
  tryRequest: {
    title: 'Try the request', open: 'Pick', openLong: 'Pick from a test answer', whole: 'The whole answer', examples: 'Example values', noExamples: 'It uses no variables.', send: 'Send', sending: 'Sending', sendNote: 'It is really sent, from the server, with the credential. What it changes over there is changed.', notAValue: 'This is no {{type}}.', cannot: 'The request cannot be made: {{error}}',
    answered: '{{status}} in {{ms}} ms, {{bytes}} bytes', headers: 'Headers', body: 'Body', pick: 'Take {{path}}', pickWhole: 'Take the whole answer', picked: 'Taken', misfit: 'The variable “{{name}}” holds {{type}}, and this is something else.', hold: 'Let it hold {{type}}', more: '{{count}} more', emptyBody: 'The body is empty.', paste: 'Or paste an answer', pasteHelp: 'As JSON, e.g. from the system’s documentation. Nothing is sent.', notJson: 'This is no JSON yet.', text: 'The answer is no JSON. It can be taken as one text.',
  },
} as const;
