/** English words of the history and of comparisons between versions. */
export const history = {
  history: {
    name: 'History', now: 'Now', nowText: 'The drawing as it is', empty: 'Nothing was drawn yet. Every step stands here from the first one on.', failed: 'Could not load the history.', older: 'Show older', kept: 'Single steps are kept for {{days}} days, named and published versions for good.',
    filter: 'Flow', allFlows: 'All flows', somebody: 'Somebody', mainFlow: 'Main flow',
    steps_one: '{{count}} step', steps_other: '{{count}} steps', unfold: 'Show the steps of {{when}}', more: 'More for {{when}}', notKept: 'From before drawings were kept: it can be read here, not shown.',
    added: 'Added {{names}}', removed: 'Removed {{names}}', changed: 'Changed {{names}}', moved: 'Moved {{names}}', quoted: '“{{name}}”', others_one: '{{count}} more', others_other: '{{count}} more',
    counts: { node_one: '{{count}} node', node_other: '{{count}} nodes', edge_one: '{{count}} connection', edge_other: '{{count}} connections', translation_one: '{{count}} translation', translation_other: '{{count}} translations', variable_one: 'a variable', variable_other: '{{count}} variables', note_one: 'a note', note_other: '{{count}} notes', frame_one: 'a frame', frame_other: '{{count}} frames', setting_one: 'a setting', setting_other: '{{count}} settings', flow_one: 'a flow', flow_other: '{{count}} flows' },
    onlyPlaces_one: 'Moved {{count}} card', onlyPlaces_other: 'Moved {{count}} cards', published: 'Published v{{no}}', namedBy: 'Named by {{name}}',
    look: 'Look at it', compareNow: 'Compare with now', compareBefore: 'What changed here', before: 'Before {{when}}', nameIt: 'Name this version', rename: 'Rename', removeName: 'Remove the name', restore: 'Restore', restoreFlow: 'Restore “{{flow}}”', restoreFlows_one: 'Restore the one flow that differs', restoreFlows_other: 'Restore all {{count}} flows that differ', restoreNode: 'Restore “{{node}}”', toRelease: 'Its page, and the way back live',
    nameTitle: 'Name this version', nameText: 'As it was {{when}}. A named version is kept for good and can be compared and restored at any time.', nameNow: 'As it is now. A named version is kept for good and can be compared and restored at any time.', nameLabel: 'Name', namePlaceholder: 'Before the summer campaign', nameVerb: 'Name version', renameVerb: 'Rename', named: 'Named “{{name}}”', removedName: 'The name “{{name}}” is removed. The steps stay.',
    readOnly: 'Read only', readOnlyHelp: 'You look at an older version. Nothing here changes what people get or what is drawn now.', back: 'Back to now', toList: 'Back to all steps', lookFailed: 'Could not load this version. The drawing of now is untouched.', gone: 'This flow was not there then.', flowGone: '“{{flow}}” is no longer there; it can be looked at here.',
    restored: 'Restored. The drawing of before is in the history.', same: 'Nothing differs from now.', cannotRestore: 'This cannot be put back as things stand: {{why}}', gesture: 'Restore {{what}}', gestureAll: 'Restore the version of {{when}}',
  },
  compare: {
    name: 'Comparison', from: 'Old', to: 'New', swap: 'Swap sides', close: 'Back to the history', canvasOf: 'Canvas, {{version}}', list: 'What is different', none: 'Nothing differs in this flow.', noneAtAll: 'Nothing differs between these versions.', failed: 'Could not load a version.', group: 'Versions', published: 'Published', named: 'Named', chosen: 'From the history', flows: 'Flows', keys: 'J and K step through', absent: 'This flow is not in this version.', flow: '{{flow}}, {{count}}',
    new: '{{count}} new', changed: '{{count}} changed', removed: '{{count}} removed', fields_one: '{{count}} field', fields_other: '{{count}} fields', restore: 'Put back', restoreHelp: 'Put back as it was {{when}}', moved_one: '{{count}} only moved', moved_other: '{{count}} only moved', shown: '{{at}} of {{count}}', showMore_one: 'Show {{count}} more', showMore_other: 'Show {{count}} more',
    sorts: { node: 'Nodes', edge: 'Connections', variable: 'Variables', setting: 'Settings', translation: 'Translations', note: 'Notes', frame: 'Frames', flow: 'Flows', moved: 'Only moved' },
  },
  changes: {
    sort: { edge: 'Connection', setting: 'Setting' }, leads: 'leads to {{to}}', startsAt: 'starts at', nothing: 'nothing', listOf: 'list of {{of}}', orderOf: '{{of}}, order', flowTexts: 'Texts of the flow', allTexts: 'All texts',
    translation: { accepted: 'Accepted', by: 'Made by', source: 'Made from' }, variable: { name: 'Name', type: 'Type', initial: 'Begins as', personal: 'Personal', direction: 'In calls', order: 'Place in the list' }, note: { text: '' }, frame: { title: 'Title', tone: 'Colour' },
    setting: { keywords: 'Words', does: 'What it does', order: 'Place in the list' },
  },
} as const;
