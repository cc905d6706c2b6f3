import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { KeptContent, MediaStore } from './mediaStore.ts';

/** A content younger than this is never swept: its upload may not have written its row yet. */
const settledMs = 60 * 60 * 1000;

const isHash = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

/** Keeps contents as files under `folder`: `<first two digits>/<hash>`, and `incoming/` for what is still streaming in. */
export function createDiskStore(folder: string): MediaStore {
  const incoming = join(folder, 'incoming');
  const shelfOf = (sha256: string): string => join(folder, sha256.slice(0, 2));
  const fileOf = (sha256: string): string => join(shelfOf(sha256), sha256);

  /** Deletes a file unless it was put again: it is moved aside first, so that what is looked at is what goes. */
  const removeSettled = async (file: string): Promise<boolean> => {
    const aside = join(incoming, `${randomUUID()}.gone`);
    // Another process may sweep at the same time.
    const moved = await rename(file, aside).then(() => true, unless('ENOENT'));
    if (!moved) return false;
    const fresh = !(await isSettled(aside));
    if (fresh) await link(aside, file).catch(unless('EEXIST'));
    await rm(aside);
    return !fresh;
  };

  return {
    async put(content): Promise<KeptContent> {
      await mkdir(incoming, { recursive: true });
      const file = join(incoming, randomUUID());
      const hash = createHash('sha256');
      let bytes = 0;
      try {
        await pipeline(content, async function* count(chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
          }
        }, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
        const sha256 = hash.digest('hex');
        await mkdir(shelfOf(sha256), { recursive: true });
        // Also over the same content: its time says that it was put just now.
        await rename(file, fileOf(sha256));
        return { sha256, bytes };
      } catch (error) {
        await rm(file, { force: true });
        throw error;
      }
    },

    async open(sha256, range) {
      // A hash is the only name there is: nothing that could lead elsewhere becomes a path.
      if (!isHash(sha256)) return undefined;
      const there = await stat(fileOf(sha256)).catch(unless('ENOENT'));
      return there?.isFile() ? createReadStream(fileOf(sha256), range) : undefined;
    },

    async sweep(referred) {
      let gone = 0;
      for (const name of await namesIn(incoming)) {
        const left = join(incoming, name);
        if (await isSettled(left)) await rm(left, { force: true });
      }
      for (const shelf of (await namesIn(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
        const hashes = (await namesIn(join(folder, shelf))).filter(isHash);
        const kept = hashes.length > 0 ? await referred(hashes) : new Set<string>();
        for (const sha256 of hashes.filter((each) => !kept.has(each))) {
          if (await isSettled(fileOf(sha256)) && await removeSettled(fileOf(sha256))) gone += 1;
        }
      }
      return gone;
    },
  };
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(unless('ENOENT'))) ?? [];
}

/** Whether a file was written long enough ago; one that is gone is none to wait for. */
async function isSettled(file: string): Promise<boolean> {
  const there = await stat(file).catch(unless('ENOENT'));
  return there !== undefined && Date.now() - there.mtimeMs > settledMs;
}

/** Takes one expected failure as "not there"; every other one is thrown. */
function unless(code: string): (error: unknown) => undefined {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === code) return undefined;
    throw error;
  };
}
