import pg from 'pg';
import { load } from './load.ts';
import { createDatabase, startParley } from './parley.ts';
import { printTable } from './print.ts';
import { usageOf } from './process.ts';

/** Copies of the finished conversations already there, each under a lane of its own, until `messages` are stored. */
async function fill(url: string, messages: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const count = async () => Number((await client.query<{ count: string }>('select count(*) as count from lanes.messages')).rows[0]?.count ?? 0);
  const { rows: tables } = await client.query<{ table: string; columns: string[] }>(`
    select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = 'lanes' and c.relkind = 'r' and c.relname in ('lanes', 'sessions', 'inbox', 'turns', 'messages') group by c.relname`);
  const order = ['lanes', 'sessions', 'inbox', 'turns', 'messages'];
  tables.sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table));
  for (let stored = await count(), round = 0; stored < messages; stored = await count(), round += 1) {
    // Doubling, but never past the goal by more than a copy of what is missing.
    const share = Math.min(1, (messages - stored) / stored);
    await client.query('create temp table chosen on commit preserve rows as select lane, md5(lane::text || $1)::uuid as copy from lanes.lanes order by lane limit (select ceil(count(*) * $2::float8) from lanes.lanes)', [`copy ${messages} ${round}`, share]);
    for (const { table, columns } of tables) {
      const names = columns.map((name) => `"${name}"`).join(', ');
      const values = columns.map((name) => (name === 'lane' ? 'c.copy' : `t."${name}"`)).join(', ');
      await client.query(`insert into lanes."${table}" (${names}) select ${values} from lanes."${table}" t join chosen c on c.lane = t.lane`);
    }
    await client.query('drop table chosen');
  }
  await client.query('analyze');
  await client.end();
}

/** Cost of a turn with 1,000 to 1,000,000 stored messages. */
export async function growth({ serverUrl, seconds, sizes }: { serverUrl: string; seconds: number; sizes: number[] }): Promise<void> {
  const url = await createDatabase(serverUrl, 'bench_growth');
  const parley = await startParley({ DATABASE_URL: url, PARLEY_SECRET: 'a secret for the benchmark only, 32+' });
  await load({ address: parley.address, conversations: 16, seconds: 2, prefix: 'seed' });
  const rows: (string | number)[][] = [['stored messages', 'turns/s', 'p50 ms', 'CPU ms/turn']];
  for (const size of sizes) {
    await fill(url, size);
    await load({ address: parley.address, conversations: 16, seconds: 1, prefix: `warm-${size}` });
    const before = usageOf(parley.pid).cpuMs;
    const result = await load({ address: parley.address, conversations: 16, seconds, prefix: `size-${size}` });
    rows.push([size.toLocaleString('en'), result.perSecond, result.p50, (usageOf(parley.pid).cpuMs - before) / result.turns]);
  }
  printTable('Cost of a turn as messages pile up (16 conversations)', rows);
  await parley.stop();
}

/** Cost of a turn along one session: a bot that asks again and again. */
export async function longSession({ serverUrl, turns }: { serverUrl: string; turns: number }): Promise<void> {
  const url = await createDatabase(serverUrl, 'bench_long');
  const parley = await startParley({ DATABASE_URL: url, PARLEY_SECRET: 'a secret for the benchmark only, 32+' });
  const post = (id: number, text: string) => fetch(`${parley.address}?wait=1`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id: `long-${id}`, from: 'patient', message: { type: 'text', text } }) });
  await post(0, 'Hello');
  const times: number[] = [];
  for (let turn = 1; turn <= turns; turn += 1) {
    const started = performance.now();
    // Not one of the languages: the bot says so and asks again, for ever.
    const answer = await post(turn, 'neither of these');
    await answer.arrayBuffer();
    if (answer.status === 429) throw new Error('The rate limit of a contact is in the way of this measurement.');
    times.push(performance.now() - started);
  }
  const part = Math.max(1, Math.floor(turns / 10));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  printTable(`One session of ${turns.toLocaleString('en')} turns`, [['', 'ms/turn'], [`first ${part}`, mean(times.slice(0, part))], [`middle ${part}`, mean(times.slice(Math.floor(turns / 2), Math.floor(turns / 2) + part))], [`last ${part}`, mean(times.slice(-part))]]);
  await parley.stop();
}
