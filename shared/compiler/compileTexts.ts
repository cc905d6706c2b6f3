import { parseTemplate } from '../expressions/parseTemplate.ts';
import type { Template } from '../expressions/types.ts';
import type { Flow } from '../flow/document.ts';
import { fieldsOf, readNode } from '../nodes/readNode.ts';
import type { FlowToCompile } from './compileFlow.ts';
import { own } from '../expressions/fits.ts';

type Texts = [key: string, templates: Record<string, Template>];

/** All texts of one flow by key (`<flow>:<node>/<field path>`), in every language of the bot that has them; those for programs in the author's alone. */
export function compileTexts({ set, flow: id, nodeTypes }: FlowToCompile, languages: string[]): Texts[] {
  const flow = own(set.flows, id);
  if (!flow) return [];
  const texts: Texts[] = [];
  const parsed = new Map<string, Template>();
  // The same words often stand in several places.
  const template = (text: string): Template => {
    const known = parsed.get(text) ?? readTemplate(text);
    parsed.set(text, known);
    return known;
  };
  const add = (key: string, text: string, read: (text: string) => Template) => {
    texts.push([`${id}:${key}`, inAllLanguages({ flow, key, text, languages, read })]);
  };
  for (const [nodeId, { type: name, data }] of Object.entries(flow.nodes)) {
    const type = own(nodeTypes, name);
    if (!type) continue;
    const made = type.texts && readNode(type, data);
    for (const [path, text] of Object.entries(made ? type.texts?.(made.data) ?? {} : {})) texts.push([`${id}:${nodeId}/${path}`, inAllLanguages({ flow, key: path, text, languages: [], read: template })]);
    for (const { path, meta, value, shown } of fieldsOf(type, data)) {
      if (!shown || typeof value !== 'string' || !value) continue;
      const key = `${nodeId}/${path.join('.')}`;
      if (meta.translatable) add(key, value, meta.template ? template : literal);
      else if (meta.template) texts.push([`${id}:${key}`, inAllLanguages({ flow, key, text: value, languages: [], read: template })]);
    }
  }
  for (const name of ['errorText', 'unreadableText', 'waitingText', 'consentText'] as const) {
    const text = flow.settings[name];
    if (text) add(`settings/${name}`, text, template);
  }
  return texts;
}

interface Wanted {
  flow: Flow;
  key: string;
  text: string;
  languages: string[];
  read(text: string): Template;
}

function inAllLanguages({ flow, key, text, languages, read }: Wanted): Record<string, Template> {
  const [typed] = flow.languages;
  const others = languages.flatMap((language): [string, Template][] => {
    const translated = language === typed ? undefined : own(own(flow.translations, language) ?? {}, key)?.text;
    return translated ? [[language, read(translated)]] : [];
  });
  return Object.fromEntries([...(typed === undefined ? [] : [[typed, read(text)] as const]), ...others]);
}

/** A text that does not parse is said as it was typed; the proof names the mistake. */
function readTemplate(text: string): Template {
  if (!text.includes('{{')) return literal(text);
  const parsed = parseTemplate(text);
  return 'template' in parsed ? parsed.template : literal(text);
}

function literal(text: string): Template {
  return [text];
}
