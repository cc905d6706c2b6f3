import type { FunctionDefinition } from './defineFunction.ts';

/** What the event says about who is talking, and where. */
export const contactFunctions: FunctionDefinition[] = [
  { signatures: ['language(): text'], doc: 'The contact’s language, such as fr.', run: (_, run) => run.facts.language },
  { signatures: ['channel(): text'], doc: 'The channel: web, whatsapp, telegram or rest.', run: (_, run) => run.facts.channel },
  { signatures: ['contactName(): text'], doc: 'The contact’s name as the channel tells it; may be empty.', run: (_, run) => run.facts.contact.name },
  { signatures: ['contactId(): text'], doc: 'The contact’s id.', run: (_, run) => run.facts.contact.id },
];
