import type { ExchangeTable } from '../table.ts';

const answered = 'The text before it becomes its question; the answer is kept in the same variable.';
const link = 'People get the link of the file. Upload the file to the message to send the file itself.';
const asked = 'A model is asked with the same messages. Which model that is, the owner of this installation decides.';
const gone = 'There is no such thing here: a note stands in its place and the conversation goes on after it.';

/** Every block and event of Typebot’s public format (version 6) with what becomes of it. */
export const typebotTable: ExchangeTable = {
  start: { name: 'Start', verdict: 'mapped', becomes: 'start', says: 'The conversation begins where it began.' },
  command: { name: 'Command event', verdict: 'leftOut', becomes: '', says: 'Commands of an embedding page do not exist here. Shortcuts of the flow pre-empt by what people write.' },
  reply: { name: 'Reply event', verdict: 'leftOut', becomes: '', says: gone },
  invalidReply: { name: 'Invalid reply event', verdict: 'leftOut', becomes: '', says: 'Questions say themselves what happens when an answer does not fit.' },

  text: { name: 'Text bubble', verdict: 'mapped', becomes: 'message', says: 'The words are the same, without bold and italics; before an input they become its question.' },
  image: { name: 'Image bubble', verdict: 'approximated', becomes: 'message', says: link },
  video: { name: 'Video bubble', verdict: 'approximated', becomes: 'message', says: link },
  audio: { name: 'Audio bubble', verdict: 'approximated', becomes: 'message', says: link },
  embed: { name: 'Embed bubble', verdict: 'approximated', becomes: 'message', says: 'Pages are not shown inside of a conversation: people get the link.' },

  'text input': { name: 'Text input', verdict: 'mapped', becomes: 'ask', says: answered },
  'number input': { name: 'Number input', verdict: 'mapped', becomes: 'ask', says: answered },
  'email input': { name: 'Email input', verdict: 'mapped', becomes: 'ask', says: answered },
  'url input': { name: 'Website input', verdict: 'mapped', becomes: 'ask', says: 'It takes a text that looks like a web address.' },
  'date input': { name: 'Date input', verdict: 'mapped', becomes: 'ask', says: 'The text before it becomes its question; the answer is kept in the same variable, between the same dates.' },
  'time input': { name: 'Time input', verdict: 'mapped', becomes: 'ask', says: answered },
  'phone number input': { name: 'Phone input', verdict: 'mapped', becomes: 'ask', says: answered },
  'choice input': { name: 'Buttons input', verdict: 'mapped', becomes: 'choice', says: 'Each button is an option with the same way out; buttons made from a list are options made from that list, and several answers are a list.' },
  'picture choice input': { name: 'Picture choice input', verdict: 'approximated', becomes: 'choice', says: 'Options have no pictures here: title and description are shown.' },
  'payment input': { name: 'Payment input', verdict: 'approximated', becomes: 'callback', says: 'The conversation waits until a payment system calls back. Set up that system; the keys of the old one do not come along.' },
  'rating input': { name: 'Rating input', verdict: 'mapped', becomes: 'ask', says: 'People answer with a number between the same bounds.' },
  'file input': { name: 'File input', verdict: 'mapped', becomes: 'ask', says: 'People send one file, or skip where it need not be sent.' },
  cards: { name: 'Cards input', verdict: 'approximated', becomes: 'choice', says: 'Cards have no pictures here: every button of every card is an option.' },

  'Set variable': { name: 'Set variable', verdict: 'mapped', becomes: 'assign', says: 'The value is computed by an expression that says the same.' },
  Condition: { name: 'Condition', verdict: 'mapped', becomes: 'condition', says: 'Every branch keeps its comparisons and its way out.' },
  Redirect: { name: 'Redirect', verdict: 'approximated', becomes: 'message', says: 'A conversation cannot leave its page: people get the link.' },
  Code: { name: 'Script', verdict: 'approximated', becomes: 'code', says: 'It runs in a sandbox without the page: what it did to the page is gone.' },
  'Typebot link': { name: 'Typebot link', verdict: 'approximated', becomes: 'an edge', says: 'Inside the same bot it goes on at the linked group. Another bot is not in this file: import it on its own and call it as a subflow.' },
  Wait: { name: 'Wait', verdict: 'mapped', becomes: 'wait', says: 'It waits as long, also where that stands in a variable.' },
  'AB test': { name: 'AB test', verdict: 'mapped', becomes: 'split', says: 'The shares are the same; everybody stays in their branch.' },
  webhook: { name: 'Wait for webhook', verdict: 'approximated', becomes: 'callback', says: 'The other system calls an address that is made anew for every conversation and is saved in a variable.' },
  Jump: { name: 'Jump', verdict: 'mapped', becomes: 'an edge', says: 'It is an edge to the same place.' },
  Return: { name: 'Return', verdict: 'approximated', becomes: 'end', says: 'It ends this part of the conversation.' },

  Webhook: { name: 'HTTP request', verdict: 'mapped', becomes: 'http', says: 'Address, headers, body and what is kept of the answer, its status as well, are the same; it goes on whatever is answered.' },
  'Make.com': { name: 'Make.com', verdict: 'approximated', becomes: 'http', says: 'It is a plain request to the same address.' },
  Zapier: { name: 'Zapier', verdict: 'approximated', becomes: 'http', says: 'It is a plain request to the same address.' },
  Pabbly: { name: 'Pabbly Connect', verdict: 'approximated', becomes: 'http', says: 'It is a plain request to the same address.' },
  OpenAI: { name: 'OpenAI (older block)', verdict: 'approximated', becomes: 'model', says: asked },
  'Google Sheets': { name: 'Google Sheets', verdict: 'leftOut', becomes: '', says: 'Sheets are not connected here: keep the values as records, or call a sheet with a request.' },
  'Google Analytics': { name: 'Google Analytics', verdict: 'leftOut', becomes: '', says: gone },
  Email: { name: 'Send email', verdict: 'leftOut', becomes: '', says: 'Flows send no e-mail here: call a mail service with a request.' },
  Chatwoot: { name: 'Chatwoot', verdict: 'leftOut', becomes: '', says: gone },
  Pixel: { name: 'Meta pixel', verdict: 'leftOut', becomes: '', says: gone },

  openai: { name: 'OpenAI', verdict: 'approximated', becomes: 'model', says: asked },
  anthropic: { name: 'Anthropic', verdict: 'approximated', becomes: 'model', says: asked },
  mistral: { name: 'Mistral', verdict: 'approximated', becomes: 'model', says: asked },
  groq: { name: 'Groq', verdict: 'approximated', becomes: 'model', says: asked },
  deepseek: { name: 'DeepSeek', verdict: 'approximated', becomes: 'model', says: asked },
  'together-ai': { name: 'Together AI', verdict: 'approximated', becomes: 'model', says: asked },
  'open-router': { name: 'OpenRouter', verdict: 'approximated', becomes: 'model', says: asked },
  perplexity: { name: 'Perplexity', verdict: 'approximated', becomes: 'model', says: asked },
  'dify-ai': { name: 'Dify', verdict: 'leftOut', becomes: '', says: 'Agents of another service are not called here: use a model, or call it with a request.' },
  'chat-node': { name: 'ChatNode', verdict: 'leftOut', becomes: '', says: 'Agents of another service are not called here: use a model, or call it with a request.' },
  'cal-com': { name: 'Cal.com', verdict: 'leftOut', becomes: '', says: gone },
  'qr-code': { name: 'QR code', verdict: 'leftOut', becomes: '', says: gone },
  elevenlabs: { name: 'ElevenLabs', verdict: 'leftOut', becomes: '', says: gone },
  nocodb: { name: 'NocoDB', verdict: 'leftOut', becomes: '', says: 'Keep the values as records, or call the table with a request.' },
  segment: { name: 'Segment', verdict: 'leftOut', becomes: '', says: gone },
  posthog: { name: 'PostHog', verdict: 'leftOut', becomes: '', says: gone },
  zendesk: { name: 'Zendesk', verdict: 'leftOut', becomes: '', says: gone },
  blink: { name: 'Blink', verdict: 'leftOut', becomes: '', says: gone },
  gmail: { name: 'Gmail', verdict: 'leftOut', becomes: '', says: 'Flows send no e-mail here: call a mail service with a request.' },
};
