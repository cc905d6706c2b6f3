/** English words about people at work in one drawing: who is there, what they say, and work that could not be saved. */
export const together = {
  together: {
    following: 'Following {{name}}. Move, or Escape, to stop.', typing: '{{name}} is typing here', goTo: 'Go where {{name}} is', more_one: '{{count}} more person', more_other: '{{count}} more people', joined: '{{names}} is here now', left: '{{names}} left', elsewhere: 'In “{{flow}}”',
    lookNow: 'You may only look at this bot now.', editAgain: 'You may edit this bot again.',
  },
  halted: {
    signedOut: { title: 'You are signed out', text: 'Somebody signed you out, or it was too long ago. Your latest changes are kept on this device and are sent when you sign in here again.' },
    forbidden: { title: 'You may not edit this bot any more', text: 'Your access was changed while you were drawing. These changes are on this device only, and not in the drawing. Copy them for somebody who may edit.' },
    gone: { title: 'This flow was deleted', text: 'Somebody deleted it while you were drawing. These changes are on this device only. Copy what you still need.' },
    unfit: { title: 'Not everything could be saved', text: 'The server did not take these changes: {{message}} Copy what you still need.' },
    signIn: 'Sign in again', changes_one: '{{count}} change', changes_other: '{{count}} changes', copy: 'Copy the changes', copied: 'Changes copied', discard: 'Give them up', later: 'Later', removed: 'removed',
  },
  comments: {
    name: 'Comments', open: 'Open', settled: 'Settled', show: 'Show', toggle: 'Comments', toggleUnread_one: 'Comments, {{count}} thread unread', toggleUnread_other: 'Comments, {{count}} threads unread', new: 'Comment', onCanvas: 'On the canvas', onNode: 'On {{node}}', onDeleted: 'On a deleted node', onDeletedNamed: 'On a deleted node, {{node}}', deletedHelp: 'Undo brings the node back, and this with it.',
    empty: 'Nobody has said anything yet. Press R to comment on what is chosen, or on a place of the canvas.', emptyNode: 'Nobody has said anything about this node yet.', emptyRead: 'Nobody has said anything yet.', emptySettled: 'No thread is settled yet.', failed: 'Could not load the comments', failedHelp: 'The drawing is not affected.',
    write: 'Write a comment', reply: 'Reply', send: 'Comment', sendReply: 'Reply', save: 'Save', notSent: 'Not sent: {{message}}', left: '{{count}} characters left', people: 'People', mentionHint: '@ calls somebody',
    settle: 'Settle', reopen: 'Open again', settledBy: 'Settled by {{name}}, {{time}}', settledAt: 'Settled {{time}}', goTo: 'Show on the canvas', edit: 'Edit', edited: 'edited', menu: 'More for the comment by {{name}}', deleteTitle: 'Delete this comment?', deleteText: 'It is gone for good, for everybody.', gone: 'Somebody who left', you: 'You', replies_one: '{{count}} reply', replies_other: '{{count}} replies', unread: 'Unread',
    pin: 'Comment by {{name}}', badge_one: '{{count}} open thread', badge_other: '{{count}} open threads', place: 'Click where the comment goes, on a card or beside it. Enter takes the middle, Escape stops.', calledYou: '{{name}} called you in a comment', filter: 'Which threads', key: 'Comment',
  },
  mentions: {
    title: 'Mentions', empty: 'Nobody has called you yet. Colleagues call you with @ and your name in a comment.', failed: 'Could not load your mentions', unread: 'Unread', more: 'Show older ones', count_one: '{{count}} unread', count_other: '{{count}} unread', where: 'Where', said: 'Comment', by: 'By', when: 'When',
  },
} as const;
