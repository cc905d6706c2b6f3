import { makeId } from '@parley/shared/lib/id';
import { pluginDefinitionSchema } from '@parley/shared/nodes/pluginDefinition';
import type { PluginDefinition } from '@parley/shared/nodes/pluginDefinition';
import { random } from '../designer/random.ts';

/** A definition in which everything is still to be said. */
export function blankPlugin(): PluginDefinition {
  const filled = pluginDefinitionSchema.parse({ key: 'blank', version: 1, name: 'blank', kind: 'http', inputs: { [makeId(random)]: { order: 1 } }, timeout: 'P1D' });
  return { ...filled, key: '', name: '' };
}
