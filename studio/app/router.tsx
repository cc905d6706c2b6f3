import { createBrowserRouter, redirect } from 'react-router';
import type { RouteObject } from 'react-router';
import { askEarly } from '../api/client.ts';
import { PageError } from './PageError.tsx';
import { SignedIn } from './SignedIn.tsx';
import { AppFrame } from './AppFrame.tsx';
import type { FrameHandle } from './AppFrame.tsx';

/** Pages inside the shell with its navigation. A new page is one line here and its folder in `scenes/`. */
const framed: RouteObject[] = [
  { path: 'bots', lazy: async () => ({ Component: (await import('../scenes/bots/Bots.tsx')).Bots }) },
  { path: 'bots/:botId/releases', lazy: async () => ({ Component: (await import('../scenes/releases/Releases.tsx')).Releases }) },
  { path: 'conversations', handle: { rail: true } satisfies FrameHandle, lazy: async () => ({ Component: (await import('../scenes/conversations/Conversations.tsx')).Conversations }) },
  { path: 'mentions', lazy: async () => ({ Component: (await import('../scenes/mentions/Mentions.tsx')).Mentions }) },
  { path: 'credentials', lazy: async () => ({ Component: (await import('../scenes/credentials/Credentials.tsx')).Credentials }) },
  { path: 'plugins', lazy: async () => ({ Component: (await import('../scenes/plugins/Plugins.tsx')).Plugins }) },
  { path: 'models', lazy: async () => ({ Component: (await import('../scenes/models/Models.tsx')).Models }) },
  { path: '*', Component: PageError },
];

/** Runs a loader's questions the first time only: afterwards the scenes and their answers are there. */
function firstTime(ask: (params: Record<string, string | undefined>) => void): (at: { params: Record<string, string | undefined> }) => null {
  let isFirst = true;
  return ({ params }) => {
    if (isFirst) ask(params);
    isFirst = false;
    return null;
  };
}

/** Pages that take the whole window and need somebody signed in. */
const whole: RouteObject[] = [
  {
    path: 'bots/:botId/flows/:flowId',
    // Its code takes a moment: what it asks for first comes meanwhile.
    loader: firstTime(({ botId, flowId }) => {
      askEarly(`/bots/${botId}/flows`, { limit: 200 });
      askEarly(`/flows/${flowId}/draft`);
    }),
    lazy: async () => ({ Component: (await import('../scenes/designer/Designer.tsx')).Designer }),
  },
];

/** Pages for people who are not signed in. */
const open: RouteObject[] = [
  { path: 'sign-in', lazy: async () => ({ Component: (await import('../scenes/entry/SignIn.tsx')).SignIn }) },
  { path: 'set-up', lazy: async () => ({ Component: (await import('../scenes/entry/SetUp.tsx')).SetUp }) },
  { path: 'invitation', lazy: async () => ({ Component: (await import('../scenes/entry/Invitation.tsx')).Invitation }) },
];

/** The studio's addresses. Every scene is a chunk of its own. */
export const router = createBrowserRouter([
  {
    ErrorBoundary: PageError,
    HydrateFallback: () => null,
    children: [
      { index: true, loader: () => redirect('/bots') },
      ...open,
      { Component: SignedIn, loader: firstTime(() => askEarly('/me')), children: [{ ErrorBoundary: PageError, children: [...whole, { Component: AppFrame, children: [{ ErrorBoundary: PageError, children: framed }] }] }] },
    ],
  },
]);
