import { templateListSchema } from '@parley/shared/api/gallery';
import { gallery } from '@parley/shared/gallery/index';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { galleryPolicy } from './policy.ts';

/** The bots that come along, to begin with one of them. */
export const galleryRoutes: readonly Route[] = [
  defineRoute({
    method: 'get', path: '/api/v1/gallery', id: 'listGallery', tag: 'Bots', summary: 'Lists the bots of the gallery: what `template` of a new bot may name', policy: galleryPolicy.list,
    reply: { status: 200, json: templateListSchema },
    handle: () => Promise.resolve({
      items: gallery.map(({ id, name, about, drawing }) => ({ id, name, about, languages: [...drawing.languages], nodes: Object.keys(drawing.nodes).length })),
    }),
  }),
];
