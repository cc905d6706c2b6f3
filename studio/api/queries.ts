import { meSchema, setupStatusSchema } from '@parley/shared/api/auth';
import { queryOptions } from '@tanstack/react-query';
import { ask, askOpenly } from './client.ts';

/** Who is signed in; fails with `signedOut` when nobody is. */
export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => ask({ path: '/me', answer: meSchema }), staleTime: 60_000 });

/** Whether the first owner must be made. */
export const setupQuery = queryOptions({ queryKey: ['setup'], queryFn: () => askOpenly({ path: '/setup', answer: setupStatusSchema }), staleTime: 0 });
