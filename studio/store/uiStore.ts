import type { ReportLine } from '@parley/shared/exchange/report';
import type { Problem } from '@parley/shared/flow/problems';
import type { ConversationTest } from '@parley/shared/nodes/golden';
import { create } from 'zustand';
import type { StoreApi, UseBoundStore } from 'zustand';

/** A wish to put the keyboard into a field of the inspector. */
export interface FieldWish {
  /** Path of the field in the node's data joined by dots; '' = the first field. */
  field: string;
  language?: string;
}

/** A file that was dropped on the drawing, on its way into it: nothing is changed before `put`. `leave` stops reading it. */
export type Incoming = { name: string; leave?: () => void } & (
  | { step: 'reading' }
  | { step: 'refused'; problems: readonly Problem[] }
  | { step: 'read'; report: readonly ReportLine[]; put: () => void }
);

/** What the canvas can do for others; there while it is on the screen. */
export interface CanvasHandle {
  zoomBy(factor: number): void;
  zoomTo(zoom: number): void;
  fit(): void;
  /** Brings nodes into view; moves only when they are not. `near` also makes them readable. */
  reveal(ids: readonly string[], near?: boolean): void;
  /** Goes to a place where nothing of this drawing need stand. */
  revealPlace(place: { x: number; y: number }): void;
  /** The middle of what is seen, in canvas pixels. */
  middle(): { x: number; y: number };
  /** How large a card is drawn, in canvas pixels; undefined for one that is not drawn yet. */
  sizeOf(id: string): { width: number; height: number } | undefined;
  /** Where the pointer is on the canvas, in canvas pixels; undefined while it is elsewhere. */
  pointer(): { x: number; y: number } | undefined;
  /** A card's place on the screen, for menus opened by key. */
  screenOf(id: string): { x: number; y: number } | undefined;
  /** Looks at a place. */
  lookAt(at: { x: number; y: number }): void;
  /** Lays the drawing out anew, or these cards where they stand. */
  tidy(ids?: readonly string[]): Promise<void>;
  focus(): void;
}

/** A menu of what can be added, at a point of the screen. */
export interface AddMenuWish {
  screen: { x: number; y: number };
  /** Where the new card goes; unset = after `after`. */
  at?: { x: number; y: number };
  /** The exit it hangs on. */
  after?: { node: string; exit: string };
  /** An edge of that exit was dropped here: its line is shown as long as the menu is. */
  dropped?: true;
}

/** Something the simulator is to do, wished for elsewhere; another object = another wish. */
export type SimulatorWish =
  /** A conversation, unless one is under way; the keyboard goes there. */
  | { wish: 'begin' }
  /** A conversation that begins at a node. */
  | { wish: 'from'; place: { flow: string; node: string } }
  /** A test that is had there. */
  | { wish: 'play'; test: ConversationTest; how: 'whole' | 'stepped' };

/** The call that led from one flow into another. */
export interface Call {
  flow: string;
  node: string;
  to: string;
}

/** What is looked for: in this flow or in all of the bot, to be read or to be replaced. */
export interface Finding {
  everywhere: boolean;
  replacing: boolean;
  /** Counts up whenever somebody asks anew: the keyboard then goes into the field. */
  asked: number;
}

/** The calls that led to a flow, the outermost first; none where it was opened by its name. */
export function trailTo(trail: readonly Call[], flow: string): Call[] {
  return trail.slice(0, trail.findLastIndex(({ to }) => to === flow) + 1);
}

/** What the designer shows: the drawing alone, or another view of it. */
export type ViewName = 'design' | 'code' | 'translations' | 'history' | 'tests' | 'comments';

/** Where a view stands: beside the canvas, as a column or as its half, or instead of it. */
export const roomOf: Readonly<Record<Exclude<ViewName, 'design'>, 'column' | 'half' | 'whole'>> = { code: 'half', translations: 'whole', history: 'whole', tests: 'column', comments: 'column' };

/** False while a view stands instead of the drawing: nothing may then be done to what nobody sees. */
export function drawingShown({ view }: Pick<UiState, 'view'>): boolean {
  return view === 'design' || roomOf[view] !== 'whole';
}

/** What this person looks at; nothing of it is saved with the drawing. */
export interface UiState {
  /** Ids of chosen nodes, notes and frames, the one last chosen at the end. */
  selection: string[];
  edge: string | undefined;
  /** A node just added: what it still lacks is no mistake until it is left. */
  fresh: string | undefined;
  /** A node that is pointed at from elsewhere, e.g. from a line of the issues. */
  lit: string | undefined;
  /** The language texts are typed in; undefined = the default one. */
  language: string | undefined;
  view: ViewName;
  /** In the code view: the machine, or the chosen thing as JSON. */
  codeTab: 'machine' | 'json';
  /** The dialog that saves the drawing as a picture or text. */
  exporting: boolean;
  /** A file that was dropped on the drawing. */
  incoming: Incoming | undefined;
  /** A new conversation in the simulator, asked for from elsewhere: the language its contact reads, perhaps a pseudo-language. */
  talkIn: { language: string; no: number } | undefined;
  outline: boolean;
  simulator: boolean;
  simulate: SimulatorWish | undefined;
  /** Between 1024 and 1279 px both share one column. */
  column: 'inspector' | 'simulator';
  issues: boolean;
  commands: boolean;
  shortcuts: boolean;
  /** The exit that waits for its target, started by C. */
  connecting: { from: string; exit: string } | undefined;
  renaming: string | undefined;
  wish: FieldWish | undefined;
  flowTab: 'settings' | 'variables';
  canvas: CanvasHandle | undefined;
  adding: AddMenuWish | undefined;
  /** The thread that is open among the comments. */
  thread: string | undefined;
  /** A comment about to be written: where it goes is still to be chosen, or known. */
  commenting: 'place' | { node: string } | { x: number; y: number } | undefined;
  /** The account whose view this one follows. */
  following: string | undefined;
  /** What can be done with what is chosen is offered at this point of the screen. */
  menu: { x: number; y: number } | undefined;
  /** A drag on the ground chooses instead of moving the view, and a tap adds to what is chosen. */
  several: boolean;
  find: Finding | undefined;
  trail: readonly Call[];
  /** A step of the conversation is shown on the canvas; others fade. */
  pathOnly: boolean;
  /** Cards that show all their ways out. */
  opened: ReadonlySet<string>;
  /** The variable under work in the variables panel, e.g. just added. */
  variable: string | undefined;
}

export type UiStore = UseBoundStore<StoreApi<UiState>>;

const remembered = 'parley.designer.panels';

/** Which panels were open last, on this device. */
export function panels(): Partial<Pick<UiState, 'simulator' | 'issues'>> {
  try {
    const kept: unknown = JSON.parse(globalThis.localStorage.getItem(remembered) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return {
      ...('simulator' in kept && typeof kept.simulator === 'boolean' && { simulator: kept.simulator }),
      ...('issues' in kept && typeof kept.issues === 'boolean' && { issues: kept.issues }),
    };
  } catch {
    return {};
  }
}

/** Makes the state of one designer page. */
export function createUiStore(): UiStore {
  const store = create<UiState>(() => ({
    selection: [], edge: undefined, fresh: undefined, lit: undefined, language: undefined, talkIn: undefined, view: 'design', codeTab: 'machine', exporting: false, incoming: undefined, outline: false, simulator: true, simulate: undefined, column: 'inspector', issues: true,
    commands: false, shortcuts: false, connecting: undefined, renaming: undefined, wish: undefined, flowTab: 'settings', variable: undefined, canvas: undefined, adding: undefined, following: undefined, thread: undefined, commenting: undefined, menu: undefined, several: false, find: undefined, trail: [], pathOnly: false, opened: new Set(), ...panels(),
  }));
  store.subscribe(({ fresh, selection }) => { if (fresh !== undefined && !selection.includes(fresh)) store.setState({ fresh: undefined }); });
  store.subscribe(({ simulator, issues }, before) => {
    if (simulator === before.simulator && issues === before.issues) return;
    try {
      globalThis.localStorage.setItem(remembered, JSON.stringify({ simulator, issues }));
    } catch {
      // A browser that keeps nothing opens the panels as they come.
    }
  });
  return store;
}
