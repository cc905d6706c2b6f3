import { anyone, signedIn } from '../policy.ts';

/** Who may use the sign-in addresses. */
export const authPolicy = {
  setupStatus: anyone('It tells only whether this installation has an owner, which the set-up page must know.'),
  setup: anyone('It works while there is no owner, from this machine or with the code printed at start.'),
  signIn: anyone('Signing in is how one gets an account’s rights.'),
  refresh: anyone('The refresh cookie says who asks; other sites’ pages are refused.'),
  signOut: anyone('It ends the sign-in of the cookie it is sent with; other sites’ pages are refused.'),
  acceptInvitation: anyone('The invitation’s token is the right.'),
  me: signedIn,
  changeMe: signedIn,
};
