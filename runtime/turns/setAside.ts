import { commitTurn } from '@parley/db/lanes';
import type { Work } from '@parley/db/laneRows';
import { textsIn } from '@parley/shared/dialogs/texts.data';
import type { Delivered } from './deliver.ts';
import type { Spoken } from './express.ts';
import { readHost } from './host.ts';
import type { Hold } from './hold.ts';
import { inboxEventSchema } from './inboxEvent.ts';
import { replyOf } from './runDeferred.ts';
import type { TurnContext } from './turnContext.ts';
import { settingsTemplate } from './turnRun.ts';

/**
 * Gives a row up after its last attempt: it stays, visible, with its error; the session is as it was; the contact gets the author's error
 * text. Nothing of the flow is run, and whatever cannot be read on the way is left out, for it may be why the attempts failed.
 */
export async function setAside(context: TurnContext, { hold, work, error }: { hold: Hold; work: Work; error: string }): Promise<Delivered> {
  const event = inboxEventSchema.safeParse(work.payload).data;
  const host = orElse(() => readHost(work.host), undefined);
  const channel = work.channel ? await context.channel(work.channel).catch(() => undefined) : undefined;
  // A session that waits for this result would never be woken again: it ends, and the contact is told.
  const stranded = event?.type === 'result' && work.snapshot !== null;
  const spoken = event?.type === 'message' || stranded ? [await apology(context, work, host?.contact.language)] : [];
  const heard = event?.type === 'message' && !work.told ? [{ direction: 'in' as const, body: { id: event.id, message: event.message } }] : [];
  const messages = [...heard, ...spoken.map((body) => ({ direction: 'out' as const, body }))];
  const identifier = host?.contact.identifier || (event?.type === 'message' ? event.from.identifier : '');
  const said = channel && spoken.length > 0 ? context.channels[channel.type]?.encode({ turnId: `${hold.lane}.${hold.seq}`, identifier, messages: spoken }, channel) : null;
  const now = context.clock.now();
  const askedAt = performance.now();
  const committed = await commitTurn(context.db.lanePipe, {
    lane: hold.lane, fence: hold.fence, seq: hold.seq, now,
    session: stranded ? { snapshot: work.snapshot, host: work.host, wait: null, expiresAt: null, ended: 'failed' } : null,
    turn: { kind: work.kind, event: event?.type === 'message' ? event.message.type : (event?.type ?? 'unreadable'), attempts: work.attempts, receivedAt: work.receivedAt, release: work.release },
    trace: { ms: 0, stages: [], steps: [], effects: [] }, messages,
    outbox: event?.type === 'perform' ? [replyOf(event, work.bot, { ok: false, outcome: 'unknown', error })] : said && channel ? [{ kind: channel.type === 'rest' ? 'callbackOut' : 'delivery', payload: { channel: channel.id, said } }] : [],
    timer: null, accepts: stranded ? 'yes' : null, error: error.slice(0, 1_000), owner: context.takesWork() ? context.owner : null, leaseMs: context.times.leaseMs,
  });
  return { committed, committedAt: now, askedAt, messages, sessionNo: work.sessionNo, at: undefined, sends: Boolean(said) || event?.type === 'perform', outcome: 'setAside', stages: [] };
}

/** The author's error text without its variables, else our own words. */
async function apology(context: TurnContext, work: Work, chosen: string | undefined): Promise<Spoken> {
  const release = work.release ? await context.release(work.release).catch(() => undefined) : undefined;
  const language = chosen ?? release?.prepared.machine.languages[0] ?? 'en';
  const text = release ? settingsTemplate(release.prepared, 'errorText', language).filter((piece) => typeof piece === 'string').join('') : '';
  if (text !== '') return { message: { type: 'text', text }, language, error: true };
  const ours = textsIn(language);
  return { message: { type: 'text', text: ours.texts.failed }, language: ours.language, error: true };
}

function orElse<Value, Other>(read: () => Value, other: Other): Value | Other {
  try {
    return read();
  } catch {
    return other;
  }
}
