/** Text files imported as strings; vite and the esbuild build both understand the `?raw` suffix. */
declare module '*?raw' {
  const text: string;
  export default text;
}
