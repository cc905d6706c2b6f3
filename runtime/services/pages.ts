import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import type { Express, Response } from 'express';
import * as z from 'zod';
import type { Context } from '../lib/context.ts';
import { root } from '../lib/root.ts';
import { preferCompressed } from './compressed.ts';
import { protect } from './contentSecurity.ts';
import { notHerePage, beingBuiltPage } from './plainPages.data.ts';

/** Names with a content hash never change; everything else is asked for again. */
const caching = {
  index: false as const,
  redirect: false,
  setHeaders: (response: Response, file: string) => {
    response.set('cache-control', /-[A-Za-z0-9_-]{8,}\.[a-z0-9]+(\.br|\.gz)?$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
  },
};

const originsSchema = z.object({ origins: z.array(z.string()).default([]) });

/** Serves the chat pages, the embed and the studio, as far as each is built. `dist` is `studio/dist`. */
export function mountPages(server: Express, context: Pick<Context, 'env' | 'models'>, dist: string = join(root, 'studio/dist')): void {
  const chat = join(dist, 'chat');
  server.use(['/chat', '/embed.js'], protect('chat', context.env));
  server.get('/embed.js', (_request, response) => {
    response.set('access-control-allow-origin', '*').set('cache-control', 'public, max-age=300');
    sendBuilt(response, join(chat, 'embed.js'));
  });
  server.use('/chat/assets', preferCompressed(join(chat, 'assets')), express.static(join(chat, 'assets'), { ...caching, fallthrough: true }));
  server.get('/chat/:slug', async (request, response) => {
    const origins = await framersOf(context, request.params.slug);
    if (!origins) {
      response.status(404).type('html').send(notHerePage('There is no chat here', 'The address may be mistyped, or the bot is gone.'));
      return;
    }
    const csp = response.getHeader('content-security-policy');
    response.set('content-security-policy', `${String(csp)};frame-ancestors ${origins.length > 0 ? ["'self'", ...origins].join(' ') : '*'}`);
    sendBuilt(response, join(chat, 'index.html'));
  });

  server.use(protect('studio', context.env));
  server.use(preferCompressed(dist), express.static(dist, caching));
  server.get(/^\/(?!api\/|channels\/|callbacks\/|chat\/|socket\.io\/|assets\/|media\/).*/, (_request, response) => {
    sendBuilt(response, join(dist, 'index.html'));
  });
}

/** A page that is built, or one that says so and looks again by itself. */
function sendBuilt(response: Response, file: string): void {
  response.set('cache-control', 'no-cache');
  if (existsSync(file)) response.sendFile(file, { dotfiles: 'allow' });
  else response.status(503).set('retry-after', '2').type('html').send(beingBuiltPage);
}

/** The pages that may show a bot's chat in a frame; empty = any; undefined = there is no such chat. */
async function framersOf({ models }: Pick<Context, 'models'>, slug: string): Promise<string[] | undefined> {
  const bot = await models.Bot.findOne({ where: { slug }, attributes: ['id'] });
  const channel = bot && (await models.Channel.findOne({ where: { bot: bot.id, type: 'web' }, attributes: ['settings'] }));
  return channel ? originsSchema.parse(channel.settings).origins : undefined;
}
