const pageBytes = 65_536;

/** What is used of a `WebAssembly.Memory`. */
export interface Growing {
  readonly buffer: { readonly byteLength: number };
  grow(pages: number): number;
}

/** The memory of one QuickJS, which grows no further than it is told. */
export interface CappedMemory {
  /** From now on this many bytes may be used beside what the engine began with; what it has grown to already it keeps. */
  allow(bytes: number): void;
  /** Whether it has grown past this many bytes beside what it began with. */
  isPast(bytes: number): boolean;
}

/**
 * Caps the memory of an engine that has just begun. QuickJS has a limit of its own, but compiled to WebAssembly it cannot ask how large a block is
 * and counts each as a few bytes: of long texts and buffers gigabytes would fit into 32 MB. Refused growth is a failed allocation, which it
 * tells as being out of memory.
 */
export function cappedMemory(memory: Growing): CappedMemory {
  const first = memory.buffer.byteLength;
  const grow = memory.grow.bind(memory);
  let most = first;
  Object.defineProperty(memory, 'grow', {
    value(pages: number): number {
      if (memory.buffer.byteLength + pages * pageBytes > most) throw new RangeError('The run has used up its memory.');
      return grow(pages);
    },
  });
  return {
    allow: (bytes) => { most = first + bytes; },
    isPast: (bytes) => memory.buffer.byteLength > first + bytes,
  };
}
