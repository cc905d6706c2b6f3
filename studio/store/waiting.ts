import { create } from 'zustand';

/** How many people wait in each node now, by `<flow>/<node>`; kept by the designer. */
export const useWaiting = create<Readonly<Record<string, number>>>(() => ({}));
