import type { FlowSet } from '@parley/shared/flow/document';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import type { LitPath } from './host/litPath.ts';
import type { RunCode } from './host/perform.ts';

/** Channels whose look the simulator knows. */
export type SimulatedChannel = 'web' | 'whatsapp' | 'telegram';

/** What the simulator is given by the page that shows it. */
export interface SimulatorProps {
  /** All flows of the bot as they are drawn now; a new object when one changed. */
  set: FlowSet;
  /** The bot's name, at the top of the phone. */
  name: string;
  nodeTypes: NodeTypes;
  /** Runs a code node in the server's sandbox. Should stay the same function. */
  runCode: RunCode;
  /** Hears the path to light after every step; ids are `<flow>/<id>`. Should stay the same function. */
  onPath: (path: LitPath) => void;
  onClose: () => void;
  /** Shown first; unset = the first of the bot's channels that has a look. */
  channel?: SimulatedChannel;
  onChannel?: (channel: SimulatedChannel) => void;
  /** Brings a node into view, for what failed. */
  onNode?: (place: { flow: string; node: string }) => void;
}
