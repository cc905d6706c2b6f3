/** Every key of the designer as it is shown to people: a group, and in it the key and the name of what it does. */
export const keyMap: readonly { group: string; keys: readonly [keys: string, word: string][] }[] = [
  { group: 'everywhere', keys: [['Ctrl K', 'palette'], ['Ctrl Z', 'undo'], ['Ctrl Shift Z', 'redo'], ['F6', 'panels'], ['/', 'search'], ['Ctrl F', 'find'], ['Ctrl Shift F', 'findAll'], ['Ctrl H', 'replace'], ['O', 'outline'], ['?', 'map'], ['Esc', 'out']] },
  { group: 'canvas', keys: [['← → ↑ ↓', 'walk'], ['Shift ←→', 'extend'], ['Alt ←→', 'nudge'], ['Enter', 'open'], ['A', 'add'], ['R', 'comment'], ['T', 'testFrom'], ['C', 'connect'], ['F2', 'rename'], ['Ctrl D', 'duplicate'], ['Ctrl C  X  V', 'clipboard'], ['Ctrl A', 'all'], ['Del', 'remove'], ['N', 'note'], ['M', 'several'], ['Menu', 'menu'], ['Ctrl Enter', 'enter'], ['Ctrl ⌫', 'leave'], ['+  −  0', 'zoom']] },
  { group: 'arrange', keys: [['F', 'frame'], ['L', 'tidy'], ['Alt Shift ←→↑↓', 'align'], ['Alt Shift C', 'centre'], ['Alt Shift M', 'middle'], ['Alt Shift H', 'across'], ['Alt Shift V', 'down'], ['Ctrl', 'noSnap']] },
  { group: 'lists', keys: [['Enter', 'next'], ['Alt ↑↓', 'moveEntry'], ['{{', 'variable']] },
];
