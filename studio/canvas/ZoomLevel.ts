import { createContext } from 'react';

/** How near the canvas is seen: below 60 % cards show their header, below 30 % only tile and title. */
export const ZoomLevel = createContext<'near' | 'far' | 'farther'>('near');
