import { channelLimits, lengthOf } from '../../messages/limits.ts';
import type { ChannelLimits } from '../../messages/limits.ts';
import type { Check, Found } from '../check.ts';
import type { MessageTemplate } from '../../machine/action.ts';
import type { Subject } from '../subject.ts';
import { listed, nameAt, quoted } from '../where.ts';

/** Choices that a channel cannot show (an error), or shows in another way than as buttons (for information). */
export const choices: Check = {
  name: 'choices',
  holds: 'Choices can be shown on every channel',
  counts: 'texts',
  find(subject) {
    const channels = (subject.main?.settings.channels ?? []).map((channel) => channelLimits[channel]);
    const found = new Map<string, Found>();
    for (const { place, message } of subject.messages) {
      const key = `${place.flow}/${place.node}`;
      if (message.type !== 'choices' || found.has(key) || place.node === '') continue;
      const where = { flow: place.flow, nodeId: place.node, field: 'options' };
      const name = quoted(nameAt(subject, place));
      const told = listedShown(subject, message, channels, name);
      if (told || message.listed) {
        if (told) found.set(key, { severity: 'info', ...where, field: message.listed ? 'list' : 'several', message: told });
        continue;
      }
      if (message.options.length === 0) {
        found.set(key, { severity: 'error', ...where, message: `${name} offers nothing to choose, so people cannot answer it.` });
        continue;
      }
      const shown = channels.flatMap((channel) => asShown(subject, message, channel) ?? []);
      if (shown.length > 0) found.set(key, { severity: 'info', ...where, message: `${name} is shown ${shown.join('; ')}.` });
    }
    return [...found.values()];
  },
};

type Choices = Extract<MessageTemplate, { type: 'choices' }>;

/** What is known beforehand of options whose labels are not: of a list's items, or of several at once. */
function listedShown(subject: Subject, { listed: made, several }: Choices, channels: readonly ChannelLimits[], name: string): string | undefined {
  const writing = several ? channels.filter((channel) => !channel.several).map(({ label }) => label) : [];
  const paging = made && !several ? channels.filter(({ listRows }) => listRows > 0) : [];
  const said = [
    ...(writing.length > 0 ? [`On ${listed(writing)} people write what they choose of ${name}, by number or name, because several answers cannot be tapped there`] : []),
    ...paging.map(({ label, buttons, listRows, characters }) => `On ${label} ${name} shows more than ${buttons} items as a list, more than ${listRows} in pages, and cuts labels after ${characters.choiceLabel} characters`),
  ];
  return said.length > 0 ? `${said.join('. ')}.` : undefined;
}

function asShown(subject: Subject, { options }: Choices, { label, listRows, buttons, buttonLabel }: ChannelLimits): string | undefined {
  if (listRows === 0) return undefined;
  if (options.length > listRows) return `on ${label} as a list in ${Math.ceil(options.length / listRows)} pages, because it has ${options.length} options and a list takes ${listRows}`;
  if (options.length > buttons) return `on ${label} as a list, because it has ${options.length} options and ${buttons} fit as buttons`;
  const longest = Math.max(...options.map((option) => longestOf(subject, option.label.text)));
  return longest > buttonLabel ? `on ${label} as a list, because a label has ${longest} characters and a button takes ${buttonLabel}` : undefined;
}

function longestOf({ drawing }: Subject, key: string): number {
  return Math.max(0, ...Object.values(drawing.machine.texts[key] ?? {}).map((template) => lengthOf(template.map((piece) => (typeof piece === 'string' ? piece : '')).join(''))));
}
