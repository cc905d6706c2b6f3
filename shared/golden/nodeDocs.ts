import type { NodeType, NodeTypes } from '../nodes/defineNode.ts';
import { describeFields } from '../nodes/walkFields.ts';
import type { BotSaid, Golden, GoldenStep, NodeCases } from '../nodes/golden.ts';
import { seededRandom } from '../lib/id.ts';

/** The page of every node type, by file name: made of its definition and its golden conversations, nothing else. */
export function nodeDocs(nodeTypes: NodeTypes, cases: Readonly<Record<string, NodeCases>>): Record<string, string> {
  const types = Object.values(nodeTypes);
  const list = types.map(({ type, label, doc }) => `- [${label}](${type}.md): ${doc}`).join('\n');
  const index = `# Node types\n\n${note}\n\n${list}\n`;
  return Object.fromEntries([['README.md', index], ...types.map((type) => [`${type.type}.md`, pageOf(type, cases[type.type]?.examples ?? [])])]);
}

const note = '<!-- Made from shared/nodes by `UPDATE_DOCS=1 npx vitest run shared/golden/nodeDocs.test.ts`: change the definitions and cases, not this file. -->';

function pageOf(type: NodeType, examples: Golden[]): string {
  return [`# ${type.label}`, note, type.doc, waysOut(type), fieldsOf(type), ...examples.map((example, place) => exampleOf(example, examples[place - 1]))].filter(Boolean).join('\n\n') + '\n';
}

function waysOut(type: NodeType): string {
  const exits = type.exits(type.defaults(seededRandom(1)));
  if (exits.length === 0) return '';
  const settled = { silence: 'free: the conversation ends', error: 'free: the flow’s error text', unreadable: 'free: asks again' };
  const rows = exits.map(({ label, handledBySettings }) => `- ${label}${handledBySettings ? ` (${settled[handledBySettings]})` : ''}`);
  return `## Ways out of a new one\n\n${rows.join('\n')}`;
}

function fieldsOf(type: NodeType): string {
  const rows = describeFields(type.schema).map(({ path, meta }) => {
    const marks = [meta.template && 'may hold `{{ }}`', meta.translatable && 'one per language', meta.options?.map(({ label }) => label).join(' / ')].filter(Boolean);
    const inside = path.slice(0, -1).filter((key) => key !== '*').length;
    return `| ${'– '.repeat(inside)}${meta.label} | ${cell([meta.help, marks.join('; ')].filter(Boolean).join(' '))} |`;
  });
  return rows.length === 0 ? '' : `## Fields\n\n| Field | What it is |\n|---|---|\n${rows.join('\n')}`;
}

/** A drawing that is the same as the one before is not shown again. */
function exampleOf(golden: Golden, before: Golden | undefined): string {
  const drawing = drawingOf(golden);
  const shown = before && drawingOf(before) === drawing ? '' : `\`\`\`text\n${drawing}\n\`\`\`\n\n`;
  return `## ${golden.description}\n\n${shown}${golden.conversation.map((step) => `> ${lineOf(step)}`).join('  \n')}`;
}

function drawingOf({ flow, subflows = {} }: Golden): string {
  const linesOf = ({ nodes, edges }: Golden['flow']) => [...Object.entries(nodes).map(([id, node]) => `${id}: ${typeof node === 'string' ? node : JSON.stringify(node)}`), ...edges];
  return [...linesOf(flow), ...Object.entries(subflows).flatMap(([id, sketch]) => [`${id} =`, ...linesOf(sketch).map((line) => `  ${line}`)])].join('\n');
}

function lineOf(step: GoldenStep): string {
  if ('user' in step) return `**Contact:** ${typeof step.user === 'string' ? plain(step.user) : `*${step.user.type}*`}`;
  if ('tap' in step) return `**Contact taps:** ${plain(step.tap)}`;
  if ('taps' in step) return `**Contact takes:** ${step.taps.map(plain).join(', ')}`;
  if ('bot' in step) return `**Bot:** ${saidOf(step.bot)}`;
  if ('later' in step) return `*${step.later} later*`;
  if ('does' in step) return `*asks for* \`${JSON.stringify(step.does)}\``;
  if ('result' in step) return `*gets* \`${JSON.stringify(step.result.ok ? step.result.value : step.result.error)}\``;
  if ('callback' in step) return `*is called back:* \`${JSON.stringify(step.callback)}\``;
  if ('dialogDone' in step) return `*the dialog ends:* ${plain(step.dialogDone)}`;
  return '*ends*';
}

function saidOf(said: BotSaid): string {
  if (typeof said === 'string') return plain(said);
  const { header, text, footer, file, options, several, form } = said;
  return [header && `**${plain(header)}**`, file && `*${file}*`, text && plain(text), footer && `*${plain(footer)}*`, options?.map((option) => `[${plain(option)}]`).join(' '), several && `*(${several} of them)*`, form?.map((field) => `[${plain(field)}]`).join(' ')].filter(Boolean).join(' ');
}

/** Text of people's, so that it cannot become markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, '\\$&').replace(/\s*\n\s*/g, ' / ');
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/</g, '&lt;').replace(/\s*\n\s*/g, ' ');
}
