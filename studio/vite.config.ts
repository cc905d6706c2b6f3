import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { designerSources, groups } from './chunks.ts';

/** Where `npm run dev -w studio` finds a runtime; `npm run dev` at the root gives its own proxy. */
const target = 'http://127.0.0.1:3000';
const served = ['/api', '/channels', '/callbacks', '/chat', '/embed.js', '/media', '/healthz', '/readyz', '/metrics', '/socket.io'];

/** The studio's own sources lie in folders such as api/ and are never asked of the runtime. */
const ownSources: Plugin = {
  name: 'own-sources',
  config: ({ server }) => {
    for (const rule of Object.values(server?.proxy ?? {})) {
      if (typeof rule === 'object') rule.bypass = ({ url }) => (url && /\.(?:tsx?|css)(?:\?|$)/.test(url) ? url : undefined);
    }
  },
};

/** The studio: one page whose shell loads first; every scene, the proof's worker and monaco are chunks of their own. */
export default defineConfig({
  plugins: [react(), ownSources, designerSources],
  resolve: { conditions: ['source', 'import', 'module', 'browser', 'default'], dedupe: ['react', 'react-dom'] },
  worker: { format: 'es' },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  server: { proxy: Object.fromEntries(served.map((prefix) => [prefix, { target, ws: prefix === '/socket.io' }])) },
  build: {
    target: 'es2022',
    outDir: 'dist',
    modulePreload: { polyfill: false },
    // Monaco is one lazy chunk above this by itself.
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
});
