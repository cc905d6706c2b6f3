/** Product time, injected so that tests and replays decide it. Leases use the database's clock instead. */
export interface Clock {
  now(): Date;
}

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() };
