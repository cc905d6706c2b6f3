import { createCipheriv, createDecipheriv, createHash, createHmac, hash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a key is for. Each purpose has its own key, so that none can be used in another's place. */
export type KeyPurpose = 'accessToken' | 'visitorToken' | 'mediaLink' | 'secrets' | 'keyId' | 'setupCode' | 'callback';

/** All cryptography that hangs on the installation's secret. */
export interface Keys {
  /** Names the secret without telling it; stored in the database and compared at start. */
  id: string;
  /** 32 bytes derived from the secret by HKDF-SHA256 for one purpose. */
  derive(purpose: KeyPurpose): Buffer;
  /** Encrypts with AES-256-GCM; `about` (a row's id) must be given again to open, so that a sealed text cannot be moved. */
  seal(text: string, about: string): string;
  /** Gives back what `seal` took; throws when the text was changed, moved or sealed by another secret. */
  open(sealed: string, about: string): string;
}

/** Derives the keys of an installation from its secret. */
export function createKeys(secret: string): Keys {
  const cache = new Map<KeyPurpose, Buffer>();
  const derive = (purpose: KeyPurpose): Buffer => {
    const known = cache.get(purpose);
    if (known) return known;
    const made = Buffer.from(hkdfSync('sha256', secret, 'parley', purpose, 32));
    cache.set(purpose, made);
    return made;
  };
  return {
    id: derive('keyId').toString('hex').slice(0, 16),
    derive,
    seal: (text, about) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', derive('secrets'), nonce).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open: (sealed, about) => {
      const [version, payload] = sealed.split('.');
      if (version !== '1' || payload === undefined) throw new Error('A sealed text starts with "1."; this one was made by something else.');
      const bytes = Buffer.from(payload, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', derive('secrets'), bytes.subarray(0, 12));
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}

/** Makes a token nobody can guess: 32 random bytes as 43 letters, digits, - and _. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** How a token is stored: its SHA-256 in hex. Tokens are random, so no salt and no slow hash is needed. */
export function hashToken(token: string): string {
  return hash('sha256', token);
}

/** The signature of a request out: hex HMAC-SHA256 over `<unix seconds>.<body>`, sent beside the time. */
export function signBody(secret: string, seconds: number, body: string): string {
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
}

/** Compares two texts in time that tells nothing about where they differ. */
export function sameText(a: string, b: string): boolean {
  const left = createHash('sha256').update(a).digest();
  const right = createHash('sha256').update(b).digest();
  return timingSafeEqual(left, right);
}
