import { argon2id, hash, verify } from 'argon2';

/** OWASP's second recommendation for argon2id: 19 MiB, 2 passes, 1 lane (about 30 ms here). */
const cost = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A hash of a password nobody has, so that an unknown address takes as long to refuse as a wrong password. */
const nobody = '$argon2id$v=19$m=19456,p=1,t=2$fKuharG3mBG3q2xniljCjA$+CR6RENOUMCZHQ9PdvfrYZadVh5+0SHAToVz19ljhaI';

/** The argon2id hash under which a password is kept. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Whether a password is the one behind a hash; without a hash, false after the same time. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const same = await verify(kept ?? nobody, password);
  return kept !== undefined && same;
}
