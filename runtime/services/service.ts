/** A part of the process that runs until it is told to stop. */
export interface Service {
  start(): Promise<void>;
  /** Takes nothing new, finishes what is under way (at most `ms`), lets go of everything it holds. */
  stop(ms: number): Promise<void>;
}
