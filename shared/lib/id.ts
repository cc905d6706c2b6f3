const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Returns a uniformly distributed number in [0, 1). Injected, because `shared` has no crypto and tests want seeds. */
export type Random = () => number;

/** Makes a 10-character id (about 59 bits), unique enough within one flow document. */
export function makeId(random: Random): string {
  let id = '';
  for (let i = 0; i < 10; i += 1) id += alphabet[Math.floor(random() * alphabet.length)];
  return id;
}

/** A seeded random source (mulberry32): the same seed gives the same sequence on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
