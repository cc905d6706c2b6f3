import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Express } from 'express';
import * as z from 'zod';
import type { Env } from '../env.ts';
import { protect } from '../services/contentSecurity.ts';
import type { Documented, OpenApiDocument } from './openapi.ts';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Parley API</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/api/docs/swagger-ui.css">
  </head>
  <body>
    <div id="docs"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

/** The viewer knows dark by a class alone; the page follows the reader's system, also when that changes. */
const start = `const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
follow();
dark.addEventListener('change', follow);
SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true, docExpansion: 'list', defaultModelsExpandDepth: 0, tryItOutEnabled: true, validatorUrl: null });\n`;

/** The only files of the viewer that the page needs. */
const files = ['swagger-ui.css', 'swagger-ui-bundle.js'];

const common = { params: undefined, query: undefined, body: undefined, secured: false };

/** The docs' own addresses. */
export const docsDocs: readonly Documented[] = [
  { ...common, method: 'get', path: '/api/openapi.json', id: 'openapi', tag: 'Docs', summary: 'This document', answers: { 200: { json: z.looseObject({ openapi: z.string() }) } } },
  { ...common, method: 'get', path: '/api/docs', id: 'docs', tag: 'Docs', summary: 'This document as a page', answers: { 200: { text: 'text/html' } } },
  { ...common, method: 'get', path: '/api/docs/start.js', id: 'docsStart', tag: 'Docs', summary: 'Starts the viewer', answers: { 200: { text: 'text/javascript' } } },
  ...files.map((file): Documented => ({ ...common, method: 'get', path: `/api/docs/${file}`, id: file.replace(/\W+(\w)/g, (_all, letter: string) => letter.toUpperCase()), tag: 'Docs', summary: 'A file of the viewer', answers: { 200: { text: file.endsWith('.css') ? 'text/css' : 'text/javascript' } } })),
];

/** Serves the OpenAPI document and a page to read it with; everything comes from this server. */
export function mountDocs(server: Express, env: Pick<Env, 'publicUrl'>, document: () => OpenApiDocument): void {
  let text: string | undefined;
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  server.use('/api/docs', protect('docs', env));
  server.get('/api/openapi.json', (_request, response) => {
    response.set('access-control-allow-origin', '*').type('application/json').send((text ??= JSON.stringify(document())));
  });
  server.get('/api/docs', (_request, response) => {
    response.type('html').send(page);
  });
  server.get('/api/docs/start.js', (_request, response) => {
    response.type('text/javascript').send(start);
  });
  for (const file of files) {
    server.get(`/api/docs/${file}`, async (_request, response) => {
      response.set('cache-control', 'public, max-age=86400').type(file.endsWith('.css') ? 'text/css' : 'text/javascript').send(await readFile(join(folder, file)));
    });
  }
}

