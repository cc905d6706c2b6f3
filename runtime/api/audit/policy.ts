import { needs } from '../policy.ts';

/** Who may read what was done. */
export const auditPolicy = { list: needs('audit.read') };
