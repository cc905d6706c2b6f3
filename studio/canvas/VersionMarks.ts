import { createContext } from 'react';

/** What became of a thing between two versions, seen from the version that is drawn. */
export type VersionMark = 'new' | 'changed' | 'removed';

/** The marks of a drawing that is held against another: by id of node, note or edge. Undefined on the drawing people work on. */
export const VersionMarks = createContext<ReadonlyMap<string, VersionMark> | undefined>(undefined);
