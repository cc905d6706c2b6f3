import type { JsonObject } from '@parley/shared/lib/json';
import type { PluginDefinition } from '@parley/shared/nodes/pluginDefinition';

/** What a fresh node of a plugin holds: this very version, so that a later one changes nothing, and its credential. */
export function pinnedData(definition: PluginDefinition): JsonObject & { plugin: JsonObject } {
  const { credential, ...pinned } = definition;
  // A definition is JSON; the node names the credential itself, so that copies of the bot can name another.
  return { plugin: { ...JSON.parse(JSON.stringify(pinned)) as JsonObject, credential: '' }, kind: definition.kind, credential };
}
