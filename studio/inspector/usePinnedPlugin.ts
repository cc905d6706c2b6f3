import { pluginDefinitionSchema } from '@parley/shared/nodes/pluginDefinition';
import type { PluginDefinition } from '@parley/shared/nodes/pluginDefinition';
import { useFlowState } from '../store/designerContext.ts';
import { readAt } from '@parley/shared/flow/putAt';
import { useFieldContext } from './fieldContext.ts';

/** The version that the node around this field was placed with; undefined while none was chosen. */
export function usePinnedPlugin(): PluginDefinition | undefined {
  const { base } = useFieldContext();
  const pinned = useFlowState(({ flow }) => readAt(flow, [...base, 'plugin']));
  return pluginDefinitionSchema.safeParse(pinned).data;
}
