import { createHash } from 'node:crypto';
import express from 'express';
import pg from 'pg';

/*
 * The menu bot as a good programmer would write it by hand for this one purpose: express, pg, two prepared statements a turn, the
 * same rows as Parley. What Parley is measured against.
 */

interface State {
  at: 'language' | 'name' | 'menu' | 'end';
  language?: string;
  name?: string;
}

interface Said {
  type: string;
  text?: string;
  option?: string;
}

type Message = { type: 'text'; text: string } | { type: 'choices'; body: string; options: { id: string; label: string }[] };

const languages = [{ id: 'english', label: 'English' }, { id: 'french', label: 'Français' }];
const topics = [{ id: 'hours', label: 'Opening hours' }, { id: 'prices', label: 'Prices' }];

/** The whole bot: where the conversation stands and what was said give where it goes and what is answered. */
function advance(state: State | undefined, said: Said): { state: State; messages: Message[]; path: string[] } {
  if (!state || state.at === 'end') {
    return {
      state: { at: 'language' },
      messages: [{ type: 'text', text: 'Welcome to Harbour Pool.' }, { type: 'choices', body: 'Which language shall we speak?', options: languages }],
      path: ['start', 'welcome', 'language'],
    };
  }
  if (state.at === 'language') {
    const chosen = languages.find(({ id, label }) => id === said.option || label === said.text);
    if (!chosen) return { state, messages: [{ type: 'choices', body: 'Which language shall we speak?', options: languages }], path: ['language'] };
    return { state: { at: 'name', language: chosen.id }, messages: [{ type: 'text', text: 'What is your name?' }], path: ['language', 'name'] };
  }
  if (state.at === 'name') {
    if (!said.text) return { state, messages: [{ type: 'text', text: 'What is your name?' }], path: ['name'] };
    return {
      state: { ...state, at: 'menu', name: said.text },
      messages: [{ type: 'choices', body: `Thank you, ${said.text}. What would you like to know?`, options: topics }],
      path: ['name', 'menu'],
    };
  }
  const topic = topics.find(({ id, label }) => id === said.option || label === said.text);
  if (!topic) return { state, messages: [{ type: 'choices', body: `Thank you, ${state.name}. What would you like to know?`, options: topics }], path: ['menu'] };
  const text = topic.id === 'hours' ? `We are open from 8 to 20 every day, ${state.name}.` : `A day costs 6 €, ${state.name}.`;
  return { state: { ...state, at: 'end' }, messages: [{ type: 'text', text }], path: ['menu', 'condition', topic.id, 'end'] };
}

const receive = {
  name: 'receive',
  text: `with lane as (
      insert into hand.lanes as l (lane, seq) values ($1, 1) on conflict (lane) do update set seq = l.seq + 1 returning seq
    ), stored as (
      insert into hand.inbox (lane, seq, key, payload, created_at) select $1, seq, $2, $3, now() from lane on conflict (lane, key) do nothing returning seq
    )
    select stored.seq, (select snapshot from hand.sessions where lane = $1) as snapshot from stored`,
};

const answer = {
  name: 'answer',
  text: `with lane as (
      update hand.lanes set message_no = message_no + jsonb_array_length($5::jsonb), done_no = $2 where lane = $1 returning message_no - jsonb_array_length($5::jsonb) as no
    ), session as (
      insert into hand.sessions (lane, started_at, last_at, snapshot) values ($1, now(), now(), $3)
      on conflict (lane) do update set last_at = now(), snapshot = excluded.snapshot
    ), turn as (
      insert into hand.turns (lane, seq, snapshot, trace, created_at) values ($1, $2, $3, $4, now())
    )
    insert into hand.messages (lane, no, turn, direction, body, created_at)
    select $1, lane.no + m.ordinality, $2, case when m.ordinality = 1 then 'in' else 'out' end, m.value, now()
    from lane, jsonb_array_elements($5::jsonb) with ordinality as m`,
};

const stored = {
  name: 'stored',
  text: `select body from hand.messages m join hand.inbox s on s.lane = m.lane and s.seq = m.turn where m.lane = $1 and s.key = $2 and m.direction = 'out' order by no`,
};

/** The conversation's id: a uuid made of the contact's identifier. */
function laneOf(from: string): string {
  const hash = createHash('sha1').update(`handwritten\n${from}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const app = express();
app.disable('x-powered-by');
app.disable('etag');

app.post('/messages', express.json({ limit: '64kb' }), async (request, response) => {
  const { id, from, message } = request.body as { id?: unknown; from?: unknown; message?: Said };
  if (typeof id !== 'string' || typeof from !== 'string' || typeof message?.type !== 'string') {
    response.status(400).json({ error: 'id, from and message are needed' });
    return;
  }
  const lane = laneOf(from);
  const { rows: [row] } = await pool.query<{ seq: string; snapshot: State | null }>({ ...receive, values: [lane, id, JSON.stringify(message)] });
  if (!row) {
    const { rows } = await pool.query<{ body: Message }>({ ...stored, values: [lane, id] });
    response.json({ turnId: id, messages: rows.map(({ body }) => body) });
    return;
  }
  const started = performance.now();
  const { state, messages, path } = advance(row.snapshot ?? undefined, message);
  const trace = { path, ms: performance.now() - started };
  await pool.query({ ...answer, values: [lane, row.seq, JSON.stringify(state), JSON.stringify(trace), JSON.stringify([message, ...messages])] });
  response.json({ turnId: `${lane}.${row.seq}`, messages });
});

app.listen(Number(process.env['PORT']), '127.0.0.1', () => process.stdout.write('ready\n'));
process.on('SIGTERM', () => process.exit(0));
