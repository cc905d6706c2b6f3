import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { BotSaid, GoldenStep } from '@parley/shared/nodes/golden';
import { openConversation } from './conversation.ts';
import type { Bot, Conversation } from './conversation.ts';
import { standIns } from './standIns.ts';

const help = `Type what a contact would say: a text, an option or its number. Beside that:
  /later PT1H               lets time pass
  /callback <code> {json}   another system calls back
  /done <value>             ends the dialog that was opened, e.g. /done fr
  /state                    shows what the bot knows
  /again                    begins anew
  /quit                     leaves`;

/** Where a terminal reads and writes. */
export interface Terminal {
  input: Readable;
  output: Writable;
  /** The contact's language; unset = the bot's first. */
  language?: string | undefined;
}

/** Talks with a bot on a command line until the input ends. Effects are shown, and answered by the stand-ins. */
export async function talk(bot: Bot, { input, output, language }: Terminal): Promise<void> {
  const write = (text: string): void => { output.write(`${text}\n`); };
  const outside = standIns();
  const open = (): Conversation => openConversation(bot, { clock: new Date().toISOString(), ...(language && { language }) });
  let conversation = open();
  let shown = 0;
  let since = Date.now();

  /** Shows what came, and performs what the bot asks for, until it waits for somebody. */
  async function settle(): Promise<void> {
    for (;;) {
      const fresh = conversation.lines.slice(shown);
      shown = conversation.lines.length;
      for (const line of fresh) show(line, write);
      const effect = conversation.effect();
      if (!effect) return;
      conversation.tell({ result: await outside.perform(effect) });
    }
  }

  write('Type /help for what else there is.');
  conversation.begin();
  await settle();
  const lines = createInterface({ input, output, prompt: '> ' });
  lines.prompt();
  for await (const typed of lines) {
    const said = typed.trim();
    if (said === '/quit') break;
    try {
      if (said === '/help') write(help);
      else if (said === '/state') write(JSON.stringify(conversation.snapshot() ?? null, null, 2));
      else if (said === '/again') {
        conversation = open();
        shown = 0;
        since = Date.now();
        conversation.begin();
      } else if (said !== '') {
        // The bot's clock goes on with ours, so that silence is answered.
        const seconds = Math.floor((Date.now() - since) / 1_000);
        since += seconds * 1_000;
        if (seconds > 0) conversation.tell({ later: `PT${seconds}S` });
        await settle();
        conversation.tell(lineOf(said, conversation));
      }
    } catch (error) {
      write(error instanceof Error ? error.message : String(error));
    }
    await settle();
    lines.prompt();
  }
  lines.close();
}

/** What a typed line stands for. */
function lineOf(said: string, conversation: Conversation): GoldenStep {
  const [, command, rest = ''] = /^\/(later|callback|done)\s+(.*)$/.exec(said) ?? [];
  if (command === 'later') return { later: rest };
  if (command === 'done') return { dialogDone: rest };
  if (command === 'callback') {
    const [code = '', ...json] = rest.split(' ');
    return { callback: { code, values: json.length > 0 ? JSON.parse(json.join(' ')) : {} } };
  }
  if (said.startsWith('/')) throw new Error(`${said} is no command here: /help lists them.`);
  const option = conversation.options().find(({ label }) => label === said);
  return option && conversation.wait()?.for === 'message' ? { tap: option.label } : { user: said };
}

function show(line: GoldenStep, write: (text: string) => void): void {
  if ('bot' in line) write(saidText(line.bot));
  else if ('does' in line) write(`  [asks for] ${JSON.stringify(line.does)}`);
  else if ('result' in line) write(`  [gets] ${JSON.stringify(line.result)}`);
  else if ('ends' in line) write('  [the conversation is over; what you say next begins a new one]');
}

/** A message as lines of text, options numbered as people may answer them. */
function saidText(said: BotSaid): string {
  if (typeof said === 'string') return said;
  const { header, text, footer, file, options = [], form = [] } = said;
  return [header, text, footer, file && `[${file}]`, ...options.map((option, place) => `  ${place + 1}. ${option}`), ...form.map((field) => `  - ${field}`)].filter(Boolean).join('\n');
}
