import type { Flow } from '@parley/shared/flow/document';
import { drawGolden } from '@parley/shared/golden/drawGolden';
import { seededRandom } from '@parley/shared/lib/id';
import { nodeTypes } from '@parley/shared/nodes/index';
import i18next from 'i18next';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { create } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ProofState } from '../store/proof/createProof.ts';
import { createFlowStore } from '../store/flowStore.ts';
import { createPathStore } from '../store/pathStore.ts';
import { createUiStore, drawingShown, roomOf } from '../store/uiStore.ts';
import type { CanvasHandle, UiState, ViewName } from '../store/uiStore.ts';
import type { Desk } from './actions.ts';
import { canvasKeys } from './canvasKeys.ts';
import { copyText, listenToClipboard } from './clipboard.ts';
import { commandList } from './commandList.ts';
import { keyMap } from './keyMap.ts';
import { designerKeys } from './useDesignerKeys.ts';

/* Every key of the map, pressed in every view: those of the drawing act on it where it is seen, and nowhere else. */

await i18next.init({ lng: 'en', resources: {} });

const set = drawGolden({ flow: { nodes: { begin: 'start', ask: { ask: { question: 'Who?' } }, say: { message: { text: 'Hi' } }, done: 'end' }, edges: ['begin -> ask', 'ask.answered -> say', 'say -> done'] } }, nodeTypes);
const drawn = set.flows[set.main] as Flow;
/** No two cards in line and no two gaps alike, so that there is something to arrange. */
const flow: Flow = { ...drawn, nodes: Object.fromEntries(Object.entries(drawn.nodes).map(([id, node], index) => [id, { ...node, x: index * index * 300, y: index * index * 200 }])) };

/** A designer with three cards chosen and one gesture that can be taken back and one that can be made again, and what its canvas was asked to do. */
function deskIn(view: ViewName): { desk: Desk; asked: string[] } {
  const asked: string[] = [];
  const heard = (what: string) => (): void => { asked.push(what); };
  const canvas: CanvasHandle = {
    zoomBy: heard('zoom'), zoomTo: heard('zoom'), fit: heard('fit'), reveal: heard('reveal'), revealPlace: heard('reveal'), lookAt: heard('look'), focus: heard('focus'), tidy: async () => heard('tidy')(),
    middle: () => ({ x: 0, y: 0 }), sizeOf: () => ({ width: 216, height: 80 }), pointer: () => undefined, screenOf: () => undefined,
  };
  const store = createFlowStore({ id: 'main', flow, revision: 1, nodeTypes, random: seededRandom(1), clock: () => 1 });
  for (const title of ['First', 'Second']) store.change(title, ({ nodes: { say } }) => { if (say) say.title = title; });
  store.undo();
  const ui = createUiStore();
  ui.setState({ view, canvas, selection: ['say', 'done', 'ask'], trail: [{ flow: 'other', node: 'call', to: 'main' }] });
  const proof = { state: create<ProofState>(() => ({ issues: [], byNode: new Map(), nodes: 0, ms: 0, checking: false, known: true, failure: undefined, revision: 0 })), ask: () => new Promise<never>(() => undefined), know: () => undefined, close: () => undefined };
  const book: Desk['book'] = { botId: 'bot', main: 'main', flows: createStore(() => ({})), add: async () => undefined, rename: () => undefined, remove: () => undefined, flowSet: () => set, receive: () => undefined, listen: () => () => undefined, close: () => undefined };
  const pointing = { now: () => undefined, inFlow: () => undefined, again: () => undefined, close: () => undefined };
  const desk: Desk = { book, flowId: 'main', store, ui, proof, path: createPathStore(), pointing, nodeTypes, random: seededRandom(2), editable: true, openFlow: heard('openFlow') };
  return { desk, asked };
}

const names: Readonly<Record<string, string>> = { 'Esc': 'Escape', 'Del': 'Delete', '⌫': 'Backspace', '−': '-', '←': 'ArrowLeft', '→': 'ArrowRight', '↑': 'ArrowUp', '↓': 'ArrowDown', 'Menu': 'ContextMenu', '{{': '{' };

/** The presses that a line of the map stands for: `Alt ←→` is two. */
function pressesOf(keys: string): { key: string; code: string; target: null; ctrlKey: boolean; metaKey: false; shiftKey: boolean; altKey: boolean; preventDefault: () => void; stopPropagation: () => void }[] {
  const parts = keys.split(/\s+/);
  const held = new Set(parts.filter((part) => ['Ctrl', 'Shift', 'Alt'].includes(part)));
  return parts.filter((part) => !held.has(part)).flatMap((part) => (/^[←→↑↓]+$/.test(part) ? [...part] : [part])).map((part) => ({
    key: names[part] ?? (part.length === 1 ? part.toLowerCase() : part), code: /^[A-Z]$/.test(part) ? `Key${part}` : names[part] ?? part,
    target: null, ctrlKey: held.has('Ctrl'), metaKey: false, shiftKey: held.has('Shift'), altKey: held.has('Alt'), preventDefault: () => undefined, stopPropagation: () => undefined,
  }));
}

/** What is different after a line's keys, each pressed in a designer of its own. */
function differences(keys: string, view: ViewName): string[] {
  return pressesOf(keys).flatMap((press) => {
    const { desk, asked } = deskIn(view);
    const deaf = listenToClipboard(desk);
    const before = { flow: desk.store.getState().flow, ...desk.ui.getState() };
    if (!designerKeys(desk, press, { keeps: () => false })) canvasKeys(desk, press);
    const clipboard = press.ctrlKey ? ({ c: 'copy', x: 'cut', v: 'paste' } as const)[press.key] : undefined;
    if (clipboard) document.dispatchEvent(Object.assign(new Event(clipboard), { clipboardData: { getData: () => copyText(desk) ?? '', setData: () => asked.push('clipboard') } }));
    deaf();
    const after: { flow: Flow } & UiState = { flow: desk.store.getState().flow, ...desk.ui.getState() };
    return [...(Object.keys(after) as (keyof typeof after)[]).filter((part) => after[part] !== before[part]), ...asked];
  });
}

beforeEach(() => {
  vi.stubGlobal('HTMLElement', class {});
  vi.stubGlobal('document', Object.assign(new EventTarget(), { querySelector: () => null, querySelectorAll: () => [] }));
  vi.stubGlobal('getSelection', () => null);
  vi.stubGlobal('navigator', { clipboard: { readText: async () => '', writeText: async () => undefined } });
});
afterEach(() => { vi.unstubAllGlobals(); });

/** What a key may do where the drawing is not seen: open what lies over every view, or bring the drawing back. */
const everywhere: Readonly<Record<string, string[]>> = { palette: ['commands'], map: ['shortcuts'], find: ['view', 'find'], findAll: ['view', 'find'], replace: ['view', 'find'] };
const withTexts: Readonly<Record<string, string[]>> = { ...everywhere, undo: ['flow'], redo: ['flow'] };

/** Keys that belong to a panel, a pointer or a field and not to the drawing, or that need something here that is not there. */
const elsewhere = new Set(['panels', 'search', 'menu', 'enter', 'noSnap', 'next', 'moveEntry', 'variable', 'paste']);

const lines = keyMap.flatMap(({ keys }) => keys);
const hiding = (Object.keys(roomOf) as (keyof typeof roomOf)[]).filter((view) => !drawingShown({ view }));

describe.each(hiding)('while %s stands instead of the drawing', (view) => {
  test.each(lines)('%s (%s) leaves the drawing alone', (keys, word) => {
    const allowed = view === 'translations' ? withTexts : everywhere;
    expect(differences(keys, view).toSorted()).toEqual((allowed[word] ?? []).toSorted());
  });
});

test.each(lines.filter(([, word]) => !elsewhere.has(word)))('in the design %s (%s) does what the map says', (keys) => {
  expect(differences(keys, 'design').length).toBeGreaterThanOrEqual(pressesOf(keys).length);
});

test('a command of the drawing that is chosen by name brings the drawing back first', () => {
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => then());
  for (const view of hiding) {
    for (const id of commandList(deskIn(view).desk, {}, undefined).filter(({ why }) => why === undefined).map((command) => command.id)) {
      const { desk } = deskIn(view);
      const before = { flow: desk.store.getState().flow, selection: desk.ui.getState().selection };
      commandList(desk, {}, undefined).find((command) => command.id === id)?.run();
      const untouched = desk.store.getState().flow === before.flow && desk.ui.getState().selection === before.selection;
      expect(untouched || desk.ui.getState().view !== view || (view === 'translations' && (id === 'undo' || id === 'redo')), `${id} in ${view}`).toBe(true);
    }
  }
});
