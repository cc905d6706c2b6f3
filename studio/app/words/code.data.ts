/** English words about the drawing as code, JSON and pictures. */
export const code = {
  code: {
    name: 'FSM code', tabs: 'Show', machine: 'Code', json: 'JSON', lines_one: '{{count}} line', lines_other: '{{count}} lines', copy: 'Copy the code', copied: 'Code copied', notCopied: 'The browser did not let this page copy. Choose the text and copy it yourself.',
    save: 'Download', project: 'Download as a project', projectSaving: 'Download as a project (once all is saved)', file: 'Download the code alone', projectSaved: 'Saved as {{name}}. Its README says how to run it.', projectFailed: 'The project could not be made. {{why}}',
  },
  json: {
    edit: 'Edit as JSON', show: 'Show as JSON', hint: 'The chosen node, or the whole flow',
    label: 'JSON of {{name}}', flow: 'The whole flow', copy: 'Copy the JSON', copied: 'JSON copied', gesture: 'Edit {{name}} as JSON', applied: '{{name}} changed',
    asDrawn: 'As it is drawn.', changed: 'Changed here, not in the drawing yet.', apply: 'Apply', applyKeys: 'Apply (Ctrl S)', discard: 'Discard', look: 'To look at. Changing it needs the right to edit.', long: 'Too long to be typed in at once. Choose a node to change it.',
    others_one: 'Others changed {{where}} meanwhile. Applying keeps that, unless you changed it, too.', others_other: 'Others changed {{where}} and more meanwhile. Applying keeps that, unless you changed it, too.', keptTheirs: 'Somebody else changed {{where}} meanwhile, so it was not taken away.',
    drafts_one: '{{count}} not applied', drafts_other: '{{count}} not applied', goneDraft: '{{name}} (deleted: copy the text)', otherType: 'The type stays “{{type}}”. Another kind is another node.',
    problem: {
      empty: 'There is nothing here. Discard to get it back.', value: 'Line {{line}}: a value belongs here, such as "text", 12, true, {} or [].', string: 'Line {{line}}: this text does not end, or holds a sign that must be written with \\.', comma: 'Line {{line}}: a comma or a closing bracket belongs here.',
      colon: 'Line {{line}}: a colon belongs here.', name: 'Line {{line}}: a name in double quotes belongs here. There is no comma after the last one.', twice: 'Line {{line}}: this name stands twice.', rest: 'Line {{line}}: the JSON is over before this.',
    },
  },
  diagram: {
    open: 'Export the diagram', title: 'Export the diagram', format: 'As', part: 'Of', whole: 'The whole flow', chosen_one: 'What is chosen ({{count}})', chosen_other: 'What is chosen ({{count}})', colours: 'Colours', light: 'Light', dark: 'Dark', size: 'Size',
    pixels: '{{width}} × {{height}} pixels', tooLarge: '{{width}} × {{height}} pixels are more than browsers draw. Take a smaller size, a part, or SVG.', mermaidHelp: 'A flowchart as text, for README files and wikis that draw Mermaid.', copy: 'Copy', save: 'Download', copied: 'Diagram copied', saved: 'Diagram saved', failed: 'The diagram could not be made. Nothing was saved or copied.',
  },
} as const;
