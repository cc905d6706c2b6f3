import type { SessionDetail, TranscriptMessage, TurnSnapshot } from '@parley/shared/api/sessions';
import type { Incoming } from '@parley/shared/messages/incoming';
import type { GoldenStart } from '@parley/shared/nodes/golden';
import type { Line, Talk } from './host/talk.ts';
import { beginTalk } from './host.ts';
import type { FormerTalk } from './SimulatorProps.ts';

/** A real conversation as it stood after a turn, to go on from. `places` = those of its snapshot that the drawing has not: then it begins anew. */
export function formerTalk({ session, snapshot: { snapshot, at, no, contact, channel, personal, message }, places }: { session: SessionDetail; snapshot: TurnSnapshot; places: readonly string[] }): { talk: FormerTalk; missing: readonly string[] } {
  const log = session.transcript.filter((each) => each.no <= message).map(lineOf);
  const rests = snapshot !== null && snapshot.frames.length > 0 && places.length === 0;
  const start: GoldenStart | undefined = rests ? { frames: snapshot.frames, variables: snapshot.variables, seq: snapshot.seq } : undefined;
  // Whoever has talked before was asked for consent then.
  const talk: Talk = { ...beginTalk(at), contact: { language: undefined, consented: true }, lastAt: at, log };
  return {
    missing: places,
    talk: {
      id: `${session.id} ${no}`, talk, start, personal,
      circumstances: { name: contact?.name ?? '', language: contact?.language ?? '', zone: contact?.zone ?? '', at: '', now: at, ...(contact && { id: contact.id }) },
      channel: channel === 'whatsapp' || channel === 'telegram' ? channel : 'web',
    },
  };
}

function lineOf(item: TranscriptMessage): Line {
  const around = { at: item.at, turn: 0, former: true } as const;
  // What a door let through is a message of the core; it was parsed there.
  if (item.direction === 'in') return { ...around, from: 'contact', message: item.message as Incoming };
  return { ...around, from: 'bot', by: 'flow', language: item.language, message: item.message, ...(item.error && { error: true }) };
}
