/** How the view moves to another place: within so many milliseconds, or at once for people who want less motion. */
export function glide(duration = 240): { duration: number } {
  return { duration: globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : duration };
}
