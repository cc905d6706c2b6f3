import { readFileSync, writeFileSync } from 'node:fs';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { nodeTypes } from '../nodes/index.ts';
import { importDocs } from './importDocs.ts';
import { actionReaders } from './rapidpro/actions.ts';
import { actionTable, caseTable, partTable } from './rapidpro/rapidpro.table.data.ts';
import { blockReaders } from './typebot/importTypebot.ts';
import { typebotTable } from './typebot/typebot.table.data.ts';

const page = fileURLToPath(new URL('../../docs/import.md', import.meta.url));
if (env['UPDATE_DOCS'] === '1') writeFileSync(page, importDocs());

test('docs/import.md says what the tables say today', () => {
  expect(readFileSync(page, 'utf8')).toBe(importDocs());
});

describe('the tables', () => {
  /** What the public formats list: Typebot’s block and event enums with its forged blocks, the types that goflow registers, Glific’s own. */
  const formats = {
    typebot: ['start', 'command', 'reply', 'invalidReply', 'text', 'image', 'video', 'embed', 'audio', 'text input', 'number input', 'email input', 'url input', 'date input', 'time input', 'phone number input', 'choice input',
      'picture choice input', 'payment input', 'rating input', 'file input', 'cards', 'Google Sheets', 'OpenAI', 'Google Analytics', 'Webhook', 'Email', 'Zapier', 'Make.com', 'Pabbly', 'Chatwoot', 'Pixel', 'Set variable', 'Condition',
      'Redirect', 'Code', 'Typebot link', 'Wait', 'AB test', 'webhook', 'Jump', 'Return', 'openai', 'cal-com', 'chat-node', 'qr-code', 'dify-ai', 'mistral', 'elevenlabs', 'anthropic', 'together-ai', 'open-router', 'nocodb', 'segment',
      'posthog', 'groq', 'zendesk', 'perplexity', 'deepseek', 'blink', 'gmail'],
    actions: ['add_contact_groups', 'add_contact_urn', 'add_input_labels', 'call_classifier', 'call_llm', 'call_resthook', 'call_webhook', 'enter_flow', 'open_ticket', 'play_audio', 'remove_contact_groups', 'request_optin', 'say_msg',
      'send_broadcast', 'send_email', 'send_msg', 'set_contact_channel', 'set_contact_field', 'set_contact_language', 'set_contact_name', 'set_contact_status', 'set_contact_timezone', 'set_run_local', 'set_run_result', 'start_session',
      'transfer_airtime', 'link_google_sheet', 'send_interactive_msg', 'set_contact_profile', 'start_contact_group', 'wait_for_time', 'wait_for_result'],
    cases: ['has_all_words', 'has_any_word', 'has_beginning', 'has_category', 'has_date', 'has_date_eq', 'has_date_gt', 'has_date_lt', 'has_district', 'has_email', 'has_error', 'has_group', 'has_intent', 'has_media', 'has_number', 'has_number_between',
      'has_number_eq', 'has_number_gt', 'has_number_gte', 'has_number_lt', 'has_number_lte', 'has_only_phrase', 'has_only_text', 'has_pattern', 'has_phone', 'has_phrase', 'has_state', 'has_text', 'has_time', 'has_top_intent', 'has_value', 'has_ward'],
    parts: ['router:switch', 'router:random', 'wait:msg', 'wait:dial', 'wait:background', 'localization', 'sticky', 'trigger', 'campaign'],
  };
  const tables = { typebot: typebotTable, actions: actionTable, cases: caseTable, parts: partTable };

  test.each(['typebot', 'actions', 'cases', 'parts'] as const)('%s: every type of the format has its line, and no other', (name) => {
    expect(Object.keys(tables[name]).sort()).toEqual(formats[name].toSorted());
  });

  test('what is mapped or approximated is read, and what is left out is not', () => {
    const kept = (table: typeof typebotTable) => Object.entries(table).flatMap(([type, { verdict }]) => (verdict === 'leftOut' ? [] : [type])).sort();
    expect([...Object.keys(blockReaders), 'start'].sort()).toEqual(kept(typebotTable));
    // A classifier is read together with the router behind it.
    expect([...Object.keys(actionReaders), 'call_classifier'].sort()).toEqual(kept(actionTable));
  });

  test('what something becomes is a node type, or said in words', () => {
    const others = ['', 'an edge', 'a note', 'translations', 'ask or choice'];
    for (const { becomes, verdict } of Object.values(tables).flatMap((table) => Object.values(table))) {
      expect([...Object.keys(nodeTypes), ...others]).toContain(becomes);
      expect(becomes === '').toBe(verdict === 'leftOut');
    }
  });
});
