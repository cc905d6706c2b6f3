import type { MessageRow, SessionRow } from '@parley/db/queries/sessions';
import { transcriptMessageSchema } from '@parley/shared/api/sessions';
import type { Session, SessionDetail, TranscriptMessage, VariableValue } from '@parley/shared/api/sessions';
import type { ValueType } from '@parley/shared/expressions/types';
import type { Machine } from '@parley/shared/machine/machine';
import type { Snapshot } from '@parley/shared/machine/snapshot';
import type { Json } from '@parley/shared/lib/json';
import type { App } from '../app.ts';

/** Releases a page of sessions is on, with their machines where a position must be named. */
type Known = { id: string; no: number };

/** A page of sessions with the names of their contacts, channels and releases. */
export async function presentSessions({ clock, models }: Pick<App, 'clock' | 'models'>, rows: readonly SessionRow[]): Promise<Session[]> {
  const ids = (pick: (row: SessionRow) => string | null): string[] => [...new Set(rows.map(pick).filter((id) => id !== null))];
  const [contacts, channels, releases] = await Promise.all([
    models.Contact.findAll({ where: { id: ids((row) => row.contact) } }),
    models.Channel.findAll({ attributes: ['id', 'type'], where: { id: ids((row) => row.channel) } }),
    models.Release.findAll({ attributes: ['id', 'no'], where: { id: ids((row) => row.release) } }),
  ]);
  const by = <Row extends { id: string }>(list: Row[]): Map<string, Row> => new Map(list.map((row) => [row.id, row]));
  const [contactOf, channelOf, releaseOf] = [by(contacts), by(channels), by<Known>(releases)];
  const now = clock.now();
  return rows.map((row) => {
    const contact = row.contact === null ? undefined : contactOf.get(row.contact);
    const channel = row.channel === null ? undefined : channelOf.get(row.channel);
    const release = releaseOf.get(row.release);
    const open = row.ended_at === null && (row.expires_at === null || row.expires_at > now);
    return {
      id: `${row.lane}.${row.no}`,
      botId: row.bot,
      channel: channel ? { id: channel.id, type: channel.type } : null,
      contact: contact ? { id: contact.id, name: contact.name, language: contact.language, test: contact.test } : null,
      release: release ? { id: release.id, no: release.no } : null,
      status: open ? 'open' : 'ended',
      startedAt: row.started_at.toISOString(),
      lastAt: row.last_at.toISOString(),
      turns: row.turns,
      at: open ? restOf(row.snapshot) : null,
      preview: row.last_message === null ? '' : previewOf(row.last_message),
      failed: row.failed,
    };
  });
}

/** Where a snapshot rests: the innermost frame. */
function restOf(snapshot: Snapshot | null): Session['at'] {
  const top = snapshot?.frames.at(-1);
  return top ? { flow: top.flow, node: nodeOf(top.at), state: top.at } : null;
}

/** Ids of states are `<node>` or `<node>/<part>`. */
function nodeOf(state: string): string {
  return state.split('/')[0] ?? state;
}

/** A session with its position, variables and transcript. */
export function presentDetail(session: Session, row: SessionRow, { machine, messages, personal }: { machine: Machine | undefined; messages: readonly MessageRow[]; personal: boolean }): SessionDetail {
  const frames = (row.snapshot?.frames ?? []).map(({ flow, at }) => ({ flow, node: nodeOf(at), state: at }));
  return {
    ...session,
    frames,
    state: frames.at(-1)?.state ?? null,
    variables: machine && row.snapshot ? variablesOf(machine, row.snapshot, personal) : [],
    transcript: messages.map((message) => presentMessage(message, row.lane)),
  };
}

function variablesOf(machine: Machine, snapshot: Snapshot, mayRead: boolean): VariableValue[] {
  const declared = Object.entries(machine.flows[machine.main]?.variables ?? {});
  return declared.map(([name, { type, initial, personal = false }]) => {
    const set = Object.hasOwn(snapshot.variables, name);
    const hidden = personal && !mayRead;
    return { name, type: nameOfType(type), value: hidden ? null : (snapshot.variables[name] ?? initial), set, personal, hidden };
  });
}

function nameOfType(type: ValueType): string {
  return type.kind === 'list' ? `list of ${nameOfType(type.of)}` : type.kind;
}

/** A message of the log as it is shown. */
export function presentMessage({ no, turn, direction, body, created_at }: MessageRow, lane: string): TranscriptMessage {
  const around = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
  return transcriptMessageSchema.parse({ language: '', error: false, ...around, direction, no, at: created_at.toISOString(), turn: `${lane}.${turn}` });
}

/** The first words of a message of any type. */
function previewOf(body: Json): string {
  const message = read(body, 'message');
  const words = ['text', 'body', 'caption', 'label'].map((key) => read(message, key)).find((text) => typeof text === 'string' && text !== '');
  const type = read(message, 'type');
  return (typeof words === 'string' ? words : typeof type === 'string' ? type : '').slice(0, 120);
}

function read(value: Json | undefined, key: string): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
