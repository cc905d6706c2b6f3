import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a test run one folder for its contexts' files, in `TEST_MEDIA_DIR`, which goes with the run. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'parley-test-media-'));
  process.env['TEST_MEDIA_DIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
