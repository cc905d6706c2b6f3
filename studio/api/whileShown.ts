/** Asks again every `ms` while there is something to show. What failed or is gone stays told until a person asks again: it would flicker between that and its skeleton. */
export const whileShown = (ms: number) => ({ state }: { state: { data: unknown } }): number | false => (state.data === undefined ? false : ms);
