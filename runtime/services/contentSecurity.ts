import helmet from 'helmet';
import type { RequestHandler } from 'express';
import type { Env } from '../env.ts';

/** What the pages of this server may load, by the kind of page. */
const policies = {
  /** The studio: its own scripts and workers; style attributes are how its canvas moves things. */
  studio: {
    'default-src': ["'none'"], 'script-src': ["'self'"], 'worker-src': ["'self'", 'blob:'], 'style-src': ["'self'", "'unsafe-inline'"], 'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'], 'media-src': ["'self'", 'blob:'], 'connect-src': ["'self'"], 'frame-src': ["'self'"], 'manifest-src': ["'self'"],
    'base-uri': ["'none'"], 'form-action': ["'self'"], 'frame-ancestors': ["'none'"],
  },
  /** The chat page; who may frame it is the bot's setting, added per answer. */
  chat: {
    'default-src': ["'none'"], 'script-src': ["'self'"], 'style-src': ["'self'", "'unsafe-inline'"], 'img-src': ["'self'", 'data:', 'blob:'], 'font-src': ["'self'"],
    'media-src': ["'self'", 'blob:'], 'connect-src': ["'self'"], 'base-uri': ["'none'"], 'form-action': ["'none'"],
  },
  docs: {
    'default-src': ["'none'"], 'script-src': ["'self'"], 'style-src': ["'self'", "'unsafe-inline'"], 'img-src': ["'self'", 'data:'], 'connect-src': ["'self'"], 'font-src': ["'self'"],
    'base-uri': ["'none'"], 'form-action': ["'none'"], 'frame-ancestors': ["'none'"],
  },
  /** A page without scripts that sends one form back to where it came from. */
  form: { 'default-src': ["'none'"], 'style-src': ["'unsafe-inline'"], 'img-src': ['data:'], 'base-uri': ["'none'"], 'form-action': ["'self'"], 'frame-ancestors': ["'none'"] },
  /** Answers for programs: nothing in them is ever a page. */
  data: { 'default-src': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'none'"], 'frame-ancestors': ["'none'"] },
} as const;

export type PageKind = keyof typeof policies;

/** The security headers of one kind of page. */
export function protect(kind: PageKind, env: Pick<Env, 'publicUrl'>): RequestHandler {
  const framed = kind === 'chat';
  const https = env.publicUrl?.startsWith('https:') === true;
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: Object.fromEntries(Object.entries(policies[kind]).map(([name, values]) => [name, [...values]])) },
    frameguard: framed ? false : { action: 'deny' },
    crossOriginResourcePolicy: { policy: framed ? 'cross-origin' : 'same-origin' },
    crossOriginOpenerPolicy: framed ? false : { policy: 'same-origin' },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
}
