import type { NodeGroup } from '@parley/shared/nodes/defineNode';
import type { Scene, SceneCard } from './scene.ts';

const longest = 80;

/** Brackets of each shape: where it begins or ends is round, what decides is a hexagon, a called flow has double sides. */
const shapes = { ends: ['([', '])'], decide: ['{{', '}}'], flow: ['[[', ']]'], plain: ['[', ']'] } as const;

/** Shown in a picture of any theme: dark letters on light ground. */
export interface MermaidColours {
  fill: string;
  line: string;
  text: string;
}

/**
 * The drawing as a Mermaid flowchart: nodes with what people read, ways with their names where a node has several. Whatever
 * authors call things, it stays a flowchart.
 */
export function mermaidOf({ cards, ways, notes }: Scene, { title, colours }: { title: string; colours: Readonly<Record<NodeGroup, MermaidColours>> }): string {
  const names = new Map(cards.map(({ id }, index) => [id, `n${index + 1}`]));
  const families = [...new Set(cards.map(({ card }) => card.family))];
  const lines = [
    'flowchart LR',
    `  accTitle: ${titleOf(title)}`,
    ...cards.map((card) => `  ${names.get(card.id) ?? ''}${shaped(card)}:::${card.card.family}Node`),
    ...ways.map(({ from, exit, to }) => `  ${names.get(from) ?? ''} -->${labelOf(cards, from, exit)} ${names.get(to) ?? ''}`),
    ...notes.filter(({ text }) => text.trim() !== '').map(({ text }, index) => `  note${index + 1}>"${escapeMermaid(cut(text))}"]:::noteText`),
    ...families.map((family) => `  classDef ${family}Node fill:${colours[family].fill},stroke:${colours[family].line},color:${colours[family].text}`),
    ...(notes.length > 0 ? ['  classDef noteText fill:#fff3d6,stroke:#efd08a,color:#1c1b18'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** A text inside the quotes of a label: every sign that means something to Mermaid, HTML or Markdown by its number. */
export function escapeMermaid(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  // A label that begins like an item of a list is taken for one.
  const start = /^(?:\d+[.)]|[-+*>])/.exec(line)?.[0] ?? '';
  return [...start].map((letter) => (/[\d]/.test(letter) ? letter : code(letter))).join('') + line.slice(start.length).replace(/["#;&<>`\\|{}[\]~^*_]/g, code);
}

/** The title of a chart is read as it stands: only letters and plain signs are left of it. */
function titleOf(title: string): string {
  return title.replace(/[^\p{L}\p{M}\p{N} .,!?'()-]+/gu, ' ').replace(/ +/g, ' ').trim() || 'Flow';
}

function code(letter: string): string {
  return `#${letter.codePointAt(0) ?? 0};`;
}

function shaped({ card }: SceneCard): string {
  const [open, close] = card.body.some(({ is }) => is === 'flow') ? shapes.flow : card.family === 'ends' ? shapes.ends : card.family === 'decide' ? shapes.decide : shapes.plain;
  const said = card.body.map(({ text, is }) => (is === 'variable' ? `‹${text}›` : text)).join('');
  return `${open}"${escapeMermaid(cut(card.title))}${said.trim() ? `<br/>${escapeMermaid(cut(said))}` : ''}"${close}`;
}

function labelOf(cards: readonly SceneCard[], from: string, exit: string): string {
  const exits = cards.find(({ id }) => id === from)?.card.exits ?? [];
  const label = exits.length > 1 ? escapeMermaid(cut(exits.find(({ id }) => id === exit)?.label ?? '')) : '';
  return label ? `|"${label}"|` : '';
}

function cut(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  return letters.length <= longest ? letters.join('') : `${letters.slice(0, longest - 1).join('').trimEnd()}…`;
}
