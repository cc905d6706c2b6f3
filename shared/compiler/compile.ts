import type { FlowSet } from '../flow/document.ts';
import type { Machine, Shortcut } from '../machine/machine.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { inOrder } from '../nodes/walkFields.ts';
import { compileFlow } from './compileFlow.ts';
import { compileTexts } from './compileTexts.ts';
import { own } from '../expressions/fits.ts';

/**
 * Lowers the flows of a bot to its machine. Pure and total: what is missing, dangling or of an unknown type becomes a way to
 * `$error`, so that an unfinished drawing runs as far as it goes. Ids of states come from ids of nodes and stay as they are.
 */
export function compile(set: FlowSet, nodeTypes: NodeTypes): Machine {
  const languages = own(set.flows, set.main)?.languages ?? ['en'];
  const ids = Object.keys(set.flows);
  const flows = new Map(ids.map((flow) => [flow, compileFlow({ set, flow, nodeTypes })]));
  if (!flows.has(set.main)) flows.set(set.main, compileFlow({ set, flow: set.main, nodeTypes }));
  const texts = ids.flatMap((flow) => compileTexts({ set, flow, nodeTypes }, languages));
  return { v: 1, main: set.main, flows: Object.fromEntries(flows), languages, texts: Object.fromEntries(texts), shortcuts: shortcutsOf(set, languages) };
}

function shortcutsOf(set: FlowSet, languages: string[]): Shortcut[] {
  const main = own(set.flows, set.main);
  if (!main) return [];
  return inOrder(main.settings.shortcuts).map(([id, { keywords, does }]) => {
    const inLanguage = (language: string): string => (
      language === main.languages[0] ? keywords : own(own(main.translations, language) ?? {}, `settings/shortcuts.${id}.keywords`)?.text ?? '');
    const words = languages.map((language): [string, string[]] => [language, inLanguage(language).split(',').map((word) => word.trim()).filter(Boolean)]);
    return { id, keywords: Object.fromEntries(words.filter(([, list]) => list.length > 0)), does };
  });
}
