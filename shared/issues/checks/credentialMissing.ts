import type { Check, Found } from '../check.ts';
import { theCredentialFor } from '../fixes/theCredentialFor.ts';
import { inNode, quoted } from '../where.ts';

/** A credential that was deleted, or belongs to another bot. */
export const credentialMissing: Check = {
  name: 'credentialMissing',
  holds: 'Credentials are there',
  counts: 'nodes',
  find(subject) {
    const { nodes, credentials } = subject;
    if (!credentials) return [];
    return nodes.flatMap((node) => node.fields.flatMap(({ path, meta, shown, value }): Found[] => {
      if (meta.widget !== 'credential' || !shown || typeof value !== 'string' || value === '' || credentials.has(value)) return [];
      const fix = theCredentialFor(subject, node, path);
      return [{ severity: 'error', ...inNode(node, path), ...(fix && { fix }), message: `The credential of ${quoted(node.name)} is not there any more, so its requests would fail. Choose another one.` }];
    }));
  },
};
