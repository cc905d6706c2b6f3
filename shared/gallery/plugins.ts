import { pluginDefinitionSchema } from '../nodes/pluginDefinition.ts';
import type { PluginDefinition } from '../nodes/pluginDefinition.ts';

const text = { kind: 'text' } as const;

/** Makes a link to pay by, and waits until the payment system says how it went. */
export const paymentLink: PluginDefinition = pluginDefinitionSchema.parse({
  key: 'payment-link', version: 1, name: 'Payment link', icon: 'credit-card', kind: 'callback',
  doc: 'Makes a link to pay by, and goes on when it was paid or declined.',
  url: 'https://pay.example.org/links', timeout: 'P1D',
  inputs: {
    amount: { name: 'amount', label: 'Amount', type: { kind: 'number' }, help: 'In the currency of the shop.', order: 1 },
    payer: { name: 'payer', label: 'Who pays', type: text, required: false, order: 2 },
  },
  outputs: {
    link: { name: 'link', label: 'Link', type: text, comes: 'answer', order: 1 },
    receipt: { name: 'receipt', label: 'Receipt', type: text, comes: 'callback', required: false, order: 2 },
  },
  codes: { paid: { code: 'paid', label: 'Paid', order: 1 }, declined: { code: 'declined', label: 'Declined', order: 2 } },
});

/** Opens a ticket and gives its number. */
export const ticket: PluginDefinition = pluginDefinitionSchema.parse({
  key: 'ticket', version: 1, name: 'Ticket', icon: 'ticket', kind: 'http',
  doc: 'Opens a ticket in the help desk and gives its number.',
  method: 'POST', url: 'https://desk.example.org/tickets',
  inputs: {
    subject: { name: 'subject', label: 'Subject', type: text, order: 1 },
    details: { name: 'details', label: 'Details', type: text, required: false, order: 2 },
  },
  json: { subject: { name: 'ticket.subject', value: 'subject', order: 1 }, details: { name: 'ticket.details', value: 'details', order: 2 } },
  outputs: { number: { name: 'number', label: 'Number', type: text, comes: 'answer', path: 'ticket.number', order: 1 } },
  codes: { busy: { code: '429, 503', label: 'Desk is busy', order: 1 } },
});

/** Ready-made plugins to begin with: the address is what everybody has to change. */
export const examplePlugins: readonly PluginDefinition[] = [paymentLink, ticket];
