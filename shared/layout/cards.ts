/** Cards and the edges between them, in the order of the ways out. */
export interface CardsToPlace {
  nodes: { id: string; width: number; height: number }[];
  edges: { id: string; from: string; to: string }[];
}

/** Cards in frames; `frame` names the innermost one that a card, or a frame, stands in. */
export interface FramedCards extends CardsToPlace {
  nodes: { id: string; width: number; height: number; frame?: string }[];
  frames: { id: string; frame?: string }[];
}

/** The upper left corner of each card. */
export type CardPlaces = Record<string, { x: number; y: number }>;
