import { Agent, request } from 'node:http';
import { script, textsOf } from './conversation.ts';

/** What one run of load measured. Times in milliseconds. */
export interface LoadResult {
  turns: number;
  seconds: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  /** Answers that were not what the script says; a run with any does not count. */
  wrong: string[];
}

interface Answer {
  status: number;
  body: unknown;
}

function post(url: URL, agent: Agent, body: unknown): Promise<Answer> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname: url.hostname, port: url.port, path: url.pathname + url.search, method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        const answer = Buffer.concat(pieces).toString();
        resolve({ status: response.statusCode ?? 0, body: answer ? (JSON.parse(answer) as unknown) : undefined });
      });
    });
    sent.on('error', reject);
    sent.end(text);
  });
}

const percentile = (sorted: number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/**
 * Holds `conversations` conversations at once against a rest channel, each to its end and then a new one, until `seconds` have
 * passed; every text of every answer is checked. `prefix` keeps the contacts of one run apart from those of others.
 */
export async function load({ address, conversations, seconds, prefix }: { address: string; conversations: number; seconds: number; prefix: string }): Promise<LoadResult> {
  const url = new URL(`${address}?wait=1`);
  const agent = new Agent({ keepAlive: true, maxSockets: conversations });
  const times: number[] = [];
  const wrong: string[] = [];
  const until = performance.now() + seconds * 1_000;
  let next = 0;

  async function converse(): Promise<void> {
    while (performance.now() < until && wrong.length < 10) {
      next += 1;
      const from = `${prefix}-${next}`;
      for (const [index, turn] of script(`Ada ${next}`).entries()) {
        const started = performance.now();
        const { status, body } = await post(url, agent, { id: `${from}-${index}`, from, message: turn.say });
        times.push(performance.now() - started);
        const heard = textsOf((body as { messages?: unknown } | undefined)?.messages);
        if (status !== 200 || JSON.stringify(heard) !== JSON.stringify(turn.hear)) wrong.push(`turn ${index + 1}: ${status} ${JSON.stringify(body)}`);
      }
    }
  }

  const started = performance.now();
  await Promise.all(Array.from({ length: conversations }, converse));
  const elapsed = (performance.now() - started) / 1_000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return { turns: times.length, seconds: elapsed, perSecond: times.length / elapsed, p50: percentile(times, 0.5), p95: percentile(times, 0.95), p99: percentile(times, 0.99), wrong };
}
