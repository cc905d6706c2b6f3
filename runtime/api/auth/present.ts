import { rightsOf } from '@parley/shared/api/access';
import type { Me, SignedIn } from '@parley/shared/api/auth';
import { accessTokenSeconds, makeAccessToken } from '../../people/accessTokens.ts';
import { beginFamily } from '../../people/refreshTokens.ts';
import { setRefreshCookie } from '../../people/refreshCookie.ts';
import type { App } from '../app.ts';
import type { Call, Caller } from '../route.ts';

/** The account that asks, as it is shown to itself. */
export function presentMe({ id, name, email, access }: Caller): Me {
  return { id, name, email, access, rights: [...rightsOf[access]] };
}

type Http = Pick<Call<unknown, unknown, unknown, null>, 'request' | 'response'>;

/** Begins a sign-in of an account: the cookie is set, the access token given. */
export async function signInAs(app: App, call: Http, account: string): Promise<SignedIn> {
  const { token, family } = await beginFamily(app, account);
  return presentSignedIn(app, call, { token, account, family });
}

/** The answer to a sign-in or a refresh. */
export async function presentSignedIn(app: App, call: Http, signIn: { token: string; account: string; family: string }): Promise<SignedIn> {
  setRefreshCookie(call, app.env, signIn.token);
  return { accessToken: await makeAccessToken(app, signIn), expiresIn: accessTokenSeconds };
}
