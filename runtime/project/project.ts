import type { ConversationTest } from '@parley/shared/nodes/golden';

/** What a project is made of. */
export interface Project {
  /** The bot's name, as people gave it. */
  name: string;
  /** Which version it is; unset = the draft as it is now. */
  release?: { no: number; sha256: string } | undefined;
  languages: readonly string[];
  /** The emitted machine. */
  code: string;
  conversations: readonly ConversationTest[];
}
