import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversationTestSchema } from '@parley/shared/nodes/golden';
import * as z from 'zod';
import { playConversation } from './conversation.ts';
import type { Bot } from './conversation.ts';

/** Makes a test of every written conversation: the bot must say and do what stands there. */
export function testConversations(bot: Bot, json: unknown): void {
  for (const written of z.array(conversationTestSchema).parse(json)) {
    test(written.description, () => {
      const { lines, variables } = playConversation(bot, written);
      assert.deepEqual(lines, written.conversation);
      if (written.variables) assert.deepEqual(variables, written.variables);
    });
  }
}
