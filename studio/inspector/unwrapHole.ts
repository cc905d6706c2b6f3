/** Takes the braces off an expression that was written as in a text: an expression has no holes, it is one. */
export function unwrapHole(typed: string): string {
  return /^\s*\{\{([^{}]*)\}\}\s*$/.exec(typed)?.[1]?.trim() ?? typed;
}
