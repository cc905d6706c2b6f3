import type { Project } from './project.ts';

/** What a newcomer reads first. */
export function readmeOf({ name, release, languages, conversations }: Project): string {
  const title = name.replace(/\s+/g, ' ').trim() || 'Bot';
  return `# ${title.replace(/([\\`*_{}[\]()#+!|<>&])/g, '\\$1')}

${release ? `Version ${release.no} (drawing ${release.sha256.slice(0, 12)})` : 'The draft as it was drawn'}, as a project that runs on plain [xstate](https://stately.ai/docs/xstate) 5, without a server of its own.

    npm install
    npm start            # talk with it here; \`npm start -- ${languages.at(-1) ?? 'en'}\` in another language
    npm test             # holds ${conversations.length === 1 ? 'the conversation' : `the ${conversations.length} conversations`} of conversations.json
    npm run check        # type-checks everything

It needs Node 20.19 or later. It speaks ${languages.join(', ')}.

## What is what

| | |
|---|---|
| \`machine.ts\` | The bot: \`setup({...}).createMachine({...})\`, and the tables of its texts and variables. Everything that was drawn is in it. |
| \`parley/\` | What the machine cannot say in xstate's own words: expressions, texts, recognising answers, calls of flows. Pure TypeScript; it knows no server. |
| \`host/conversation.ts\` | Holds a conversation: tells the machine what comes in, keeps clock, timers and options. |
| \`host/standIns.ts\` | Performs what the bot asks for. **Put your own systems in here.** |
| \`host/terminal.ts\`, \`run.ts\` | The conversation on a command line. |
| \`conversations.json\` | Conversations that take the ways of the drawing, with all that is said and asked for. |

## Stand-ins

A machine never does anything itself: it asks for effects, as data, and waits for their results. Here they are answered so:

| Asked for | Answered by |
|---|---|
| \`findRecords\`, \`addRecord\`, \`changeRecord\`, \`removeRecord\` | Records in memory, as a database would keep them. They are gone when the program ends. |
| \`runCode\` | The code node's program runs in this process, without a sandbox. |
| \`httpRequest\` | Nothing is sent. It is answered with status 200, and everything picked from the answer is empty. |
| \`fetchFile\` | Nothing is fetched. A picture that is nowhere stands for it. |
| \`callModel\` | A text made of the instructions, empty values, or the first option. No model is asked. |
| \`openCallback\` | An address nobody listens at. Type \`/callback <code>\` to call back yourself. |
| a timer | The clock goes on with yours; \`/later PT1H\` lets an hour pass at once. |

## In your own program

    import { openConversation } from './host/conversation.ts';
    import { machine, parley } from './machine.ts';

    const conversation = openConversation({ machine, tables: parley.tables }, { clock: new Date().toISOString() });
    conversation.begin();
    conversation.tell({ user: 'Hello' });
    console.log(conversation.lines);

\`conversation.snapshot()\` is plain JSON. The machine itself is an ordinary xstate machine: draw it, inspect it, run its \`transition\` as you like.
`;
}
