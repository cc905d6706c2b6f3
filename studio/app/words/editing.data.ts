/** English words of drawing at large: order, frames, finding and replacing, ways into other flows. */
export const editing = {
  arrange: {
    name: 'Arrange', align: 'Bring onto one line', spread: 'Equal gaps', left: 'Align left', centre: 'Align centres', right: 'Align right', top: 'Align tops', middle: 'Align middles', bottom: 'Align bottoms', across: 'Distribute across', down: 'Distribute down',
    tidySelection: 'Tidy what is chosen', loose: 'Ways out that lead nowhere', leadTo: 'Lead them all to', looseCount_one: '{{count}} way out of these cards.', looseCount_other: '{{count}} ways out of these cards.', needsTwo: 'Choose two at least', needsThree: 'Choose three at least', cut: 'Cut', menu: 'What can be done here', more: 'All commands',
    gesture: {
      left_one: 'Align {{count}} card left', left_other: 'Align {{count}} cards left', centre_one: 'Align the centre of {{count}} card', centre_other: 'Align the centres of {{count}} cards', right_one: 'Align {{count}} card right', right_other: 'Align {{count}} cards right',
      top_one: 'Align the top of {{count}} card', top_other: 'Align the tops of {{count}} cards', middle_one: 'Align the middle of {{count}} card', middle_other: 'Align the middles of {{count}} cards', bottom_one: 'Align the bottom of {{count}} card', bottom_other: 'Align the bottoms of {{count}} cards',
      across_one: 'Distribute {{count}} card across', across_other: 'Distribute {{count}} cards across', down_one: 'Distribute {{count}} card down', down_other: 'Distribute {{count}} cards down', tidy_one: 'Tidy {{count}} card', tidy_other: 'Tidy {{count}} cards',
      frame_zero: 'Add a frame', frame_one: 'Frame {{count}} card', frame_other: 'Frame {{count}} cards', editFrame: 'Edit the frame {{title}}', cut_one: 'Cut {{count}} card', cut_other: 'Cut {{count}} cards',
    },
    count: { nodes_one: '{{count}} node', nodes_other: '{{count}} nodes', notes_one: '{{count}} note', notes_other: '{{count}} notes', frames_one: '{{count}} frame', frames_other: '{{count}} frames' },
  },
  frame: {
    name: 'Frame', help: 'A titled area: what stands in it moves with it.', around: 'Put a frame around', title: 'Title', colour: 'Colour', untitled: 'Frame', called: 'Frame “{{title}}”', inside_one: '{{count}} thing stands in it and moves with it', inside_other: '{{count}} things stand in it and move with it', choose: 'Choose what stands in it', deleteHelp: 'What stands in it stays.',
    tone: { ends: 'Grey', talk: 'Teal', work: 'Blue', think: 'Plum', connect: 'Green', warn: 'Amber' },
  },
  several: { on: 'Choose several', off: 'Stop choosing several', help: 'A drag on the ground chooses, a tap adds.', hint: 'Choosing several: a click adds, a drag on the ground frames. M or Escape stops.' },
  trail: { enter: 'Open the flow it calls', back: 'Back to the node that calls this flow', needsCall: 'Choose a node that calls a flow', notCalled: 'This flow was opened by its name', calledIn: '{{flow}}, called at {{node}}' },
  find: {
    name: 'Find', here: 'Find', everywhere: 'Find in all flows', andReplace: 'Find and replace', search: 'Find', with: 'Replace with', matchCase: 'Match case', wholeWords: 'Whole words', thisFlow: 'This flow', allFlows: 'All flows', where: 'Where', replaceOne: 'Replace', replaceAll: 'Replace all', toggle: 'Replace',
    kinds: 'What', all: 'All', text: 'Texts', node: 'Nodes', variable: 'Variables', translation: 'Translations',
    begin: 'Finds words in texts, titles, notes and translations, and every use of a variable.', none: 'Nothing has “{{search}}” in it.', found_one: '{{count}} place', found_other: '{{count}} places', first_one: 'the first one is listed', first_other: 'the first {{count}} are listed', previous: 'Previous place', next: 'Next place',
    declared: 'Variable', uses: 'Uses {{name}}', expression: 'In an expression: change it there', code: 'Code', note: 'Note', frame: 'Frame', settings: 'Settings', title: 'Title', type: 'Type of node',
    rename: 'Renames {{name}} everywhere', fixed: 'Cannot be replaced', results: 'Places',
    gesture_one: 'Replace “{{search}}” in {{count}} place', gesture_other: 'Replace “{{search}}” in {{count}} places', replaced_one: '{{count}} place replaced', replaced_other: '{{count}} places replaced', left_one: '{{count}} place stays: it cannot be replaced', left_other: '{{count}} places stay: they cannot be replaced', nothing: 'Nothing here can be replaced.', tooLong: 'One text would become too long.', changedSince: 'The drawing changed meanwhile. Look at the places again.',
  },
  pasted: {
    renamed: '{{from}} is called {{to}} here: this drawing has another {{from}}', renamedMore_one: 'and {{count}} more', renamedMore_other: 'and {{count}} more', flows_one: 'The flow {{names}} came along', flows_other: '{{count}} flows came along: {{names}}', languages: 'Translations into {{names}} stay behind: this drawing does not speak them', credentials: 'Credentials do not come along: choose one of this bot', flowsFailed: 'The called flows could not be made here: {{why}}',
    file: 'From {{name}}: its drawing. To have all of the bot, import it on the page of bots.', empty: 'It has nothing but a start.',
  },
} as const;
