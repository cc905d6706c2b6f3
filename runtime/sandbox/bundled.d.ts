/** A script bundled with all it imports, as a string; the esbuild build of the runtime understands the `?bundled` suffix. */
declare module '*?bundled' {
  const text: string;
  export default text;
}
