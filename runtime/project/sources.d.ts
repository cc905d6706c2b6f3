/** Files named in a list, with everything of ours they import, as text by path from the root (scripts/lib/bundle.mjs). */
declare module '*?sources' {
  const files: Record<string, string>;
  export default files;
}

/** Text files imported as strings. */
declare module '*?raw' {
  const text: string;
  export default text;
}
