/** One turn of the measured conversation: what the contact says and every text the bot must answer, in order. */
export interface ScriptedTurn {
  say: { type: 'text'; text: string } | { type: 'choiceReply'; option: string };
  hear: string[];
}

/** The four-turn menu bot: language by buttons, name, menu, condition, answer. The same for every server that is measured. */
export const script = (name: string): ScriptedTurn[] => [
  { say: { type: 'text', text: 'Hello' }, hear: ['Welcome to Harbour Pool.', 'Which language shall we speak?'] },
  { say: { type: 'choiceReply', option: 'english' }, hear: ['What is your name?'] },
  { say: { type: 'text', text: name }, hear: [`Thank you, ${name}. What would you like to know?`] },
  { say: { type: 'choiceReply', option: 'hours' }, hear: [`We are open from 8 to 20 every day, ${name}.`] },
];

/** The texts the bot says, as the wire carries them: a text's text, the body of choices. */
export function textsOf(messages: unknown): string[] {
  if (!Array.isArray(messages)) return [];
  return messages.map((message: { type?: string; text?: string; body?: string }) => (message.type === 'choices' ? message.body : message.text) ?? '');
}
