import { defineConfig } from 'vite';

/** The contacts' chat page and the one-line embed: their own small build, without React. */
export default defineConfig({
  base: '/chat/',
  resolve: { conditions: ['source', 'import', 'module', 'browser', 'default'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { chat: new URL('index.html', import.meta.url).pathname, embed: new URL('embed.ts', import.meta.url).pathname },
      // A site's owner pastes the address of the embed once; it never changes with a build.
      output: { entryFileNames: (chunk) => (chunk.name === 'embed' ? 'embed.js' : 'assets/[name]-[hash].js') },
    },
  },
});
