import { edgesNameTheirExit } from './edgesNameTheirExit.ts';
import type { Migration } from './migration.ts';

/** Every change of the document's shape so far, oldest first. */
export const migrations: readonly Migration[] = [edgesNameTheirExit];
