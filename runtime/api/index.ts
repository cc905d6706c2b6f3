import { accountRoutes } from './accounts/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { authRoutes } from './auth/routes.ts';
import { exchangeRoutes } from './bots/exchangeRoutes.ts';
import { botRoutes } from './bots/routes.ts';
import { waitingRoutes } from './bots/waitingRoute.ts';
import { callbackTrialRoutes } from './callbackTrials/routes.ts';
import { channelRoutes } from './channels/routes.ts';
import { commentRoutes } from './comments/routes.ts';
import { credentialRoutes } from './credentials/routes.ts';
import { flowRoutes } from './flows/routes.ts';
import { galleryRoutes } from './gallery/routes.ts';
import { historyRoutes } from './history/routes.ts';
import { mediaRoutes } from './media/routes.ts';
import { modelRoutes } from './models/routes.ts';
import { pluginRoutes } from './plugins/routes.ts';
import { releaseRoutes } from './releases/routes.ts';
import { requestRoutes } from './requests/routes.ts';
import type { Route } from './route.ts';
import { sandboxRoutes } from './sandbox/routes.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { testRoutes } from './tests/routes.ts';
import { translationRoutes } from './translations/routes.ts';

/** Every route of the API, in the order of its docs. */
export const routes: readonly Route[] = [
  ...authRoutes,
  ...accountRoutes,
  ...botRoutes,
  ...waitingRoutes,
  ...exchangeRoutes,
  ...galleryRoutes,
  ...flowRoutes,
  ...translationRoutes,
  ...releaseRoutes,
  ...historyRoutes,
  ...testRoutes,
  ...commentRoutes,
  ...channelRoutes,
  ...credentialRoutes,
  ...requestRoutes,
  ...callbackTrialRoutes,
  ...pluginRoutes,
  ...mediaRoutes,
  ...modelRoutes,
  ...sessionRoutes,
  ...sandboxRoutes,
  ...auditRoutes,
];
