import { channelTypes } from '../flow/document.ts';
import type { Slip } from './slip.ts';
import { nodeStrings, objectsIn, pick } from './slip.ts';

/** Where some platform draws a line for some text; one less and one more are tried as well. */
const lines = [20, 24, 60, 64, 72, 200, 400, 1_024, 4_095] as const;
const sizes = [5, 10, 16, 25, 50, 64, 100] as const;
const counts = [1, 3, 4, 10, 11, 19] as const;
const mimes = ['image/png', 'image/webp', 'image/tiff', 'audio/ogg', 'audio/wav', 'video/mp4', 'video/webm', 'application/pdf', 'application/msword', 'text/csv'] as const;
const said = ['text', 'question', 'body', 'header', 'footer', 'label', 'note', 'submit', 'cancel', 'skip'];

const around = (random: () => number, line: number): number => line + (pick(random, [-1, 0, 1]) ?? 0);

/** Texts, options and files just below, at and above what platforms take. */
export const slipsAtLimits: Readonly<Record<string, Slip>> = {
  'writes to a limit': (flow, random) => {
    const fitting = nodeStrings(flow, (name, text) => said.includes(name) && (text !== '' || name === 'header' || name === 'footer' || name === 'note')).filter(({ id }) => ['message', 'ask', 'choice', 'form', 'end', 'callback'].includes(flow.nodes[id]?.type ?? ''));
    const [name, line] = [pick(random, said), pick(random, lines)];
    const text = pick(random, fitting.filter((each) => each.name === name));
    if (!text || line === undefined) return undefined;
    const length = around(random, line);
    text.put('n'.repeat(length));
    return `${text.id}.${text.name} (${text.text}) of ${length}`;
  },
  'translates to a limit': (flow, random) => {
    const [language, texts] = pick(random, Object.entries(flow.translations).filter(([, map]) => Object.keys(map).length > 0)) ?? [];
    const key = texts && pick(random, Object.keys(texts).filter((each) => /\/(?:text|body|question|header|footer|submit|cancel|(?:fields\.\w+\.|)options\.\w+\.label|fields\.\w+\.label)$/.test(each)));
    const [kept, line] = [key === undefined ? undefined : texts?.[key], pick(random, lines)];
    if (!kept || line === undefined) return undefined;
    kept.text = 'n'.repeat(around(random, line));
    return `${key} in ${language} of ${kept.text.length}`;
  },
  'means other channels': (flow, random, _, set) => {
    if (flow !== set.flows[set.main]) return undefined;
    flow.settings.channels = channelTypes.filter(() => random() < 0.5);
    return flow.settings.channels.join(' ') || 'none';
  },
  'adds options': (flow, random) => {
    const node = pick(random, Object.entries(flow.nodes).filter(([, { type, data }]) => type === 'choice' && data['from'] !== 'list'));
    const [id, options] = [node?.[0], node && objectsIn(node[1].data['options'] ?? null)[0]];
    const edge = Object.values(flow.edges).find(({ from, exit }) => from === id && options && Object.hasOwn(options, exit));
    const to = edge?.to;
    if (id === undefined || !options || to === undefined) return undefined;
    const more = pick(random, counts) ?? 1;
    for (let at = 0; at < more; at += 1) {
      options[`more${at}`] = { label: `Option ${at}`, note: '', synonyms: '', code: '', order: 100 + at };
      flow.edges[`${id}-more${at}`] = { from: id, exit: `more${at}`, to };
      for (const texts of Object.values(flow.translations)) texts[`${id}/options.more${at}.label`] = { text: `Choix ${at}`, source: '', by: 'person', accepted: true };
    }
    return `${more} to ${id}`;
  },
  'words two options alike': (flow, random) => {
    const labels = nodeStrings(flow, (name, text) => name === 'label' && text !== '').filter(({ id }) => flow.nodes[id]?.type === 'choice');
    const one = pick(random, labels);
    const other = pick(random, labels.filter(({ id, text }) => id === one?.id && text !== one.text));
    if (!one || !other) return undefined;
    one.put(pick(random, [other.text, other.text.toUpperCase(), `${other.text} `]) ?? '');
    return `${one.id}: ${one.text} as ${other.text}`;
  },
  'sends another file': (flow, random) => {
    const file = pick(random, Object.entries(flow.nodes).flatMap(([id, { data }]) => objectsIn(data['media'] ?? null).map((media) => ({ id, data, media }))));
    if (!file) return undefined;
    const { id, data, media } = file;
    if (random() < 0.3) data['kind'] = pick(random, ['image', 'audio', 'video', 'document']) ?? 'image';
    if (random() < 0.5) media['mime'] = pick(random, mimes) ?? '';
    if (random() < 0.7) media['bytes'] = around(random, (pick(random, sizes) ?? 5) * 1_000_000);
    return `${id}: ${String(data['kind'])} ${String(media['mime'])} ${String(media['bytes'])}`;
  },
  'makes a file of a text': (flow, random) => {
    const node = pick(random, Object.entries(flow.nodes).filter(([, { type, data }]) => type === 'message' && data['kind'] === 'text'));
    if (!node) return undefined;
    const [id, { data }] = node;
    data['kind'] = 'image';
    data['media'] = random() < 0.3 ? null : { id: 'm', mime: pick(random, mimes) ?? '', name: 'file', bytes: around(random, (pick(random, sizes) ?? 5) * 1_000_000) };
    return `${id}: ${JSON.stringify(data['media'])}`;
  },
};
