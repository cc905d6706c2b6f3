import { describe, expect, test } from 'vitest';
import { prepareExpression } from '../../expressions/prepareExpression.ts';
import { offsetsAround } from '../../host/zones.ts';
import { playGolden } from '../../golden/playGolden.ts';
import { seededRandom } from '../../lib/id.ts';
import { nodeTypes } from '../index.ts';

/** The moment a wait until a time of day is over, in UTC. */
function over(zone: string, now: string, time: string, days?: number[]): string {
  const cel = `nextTime(time("${time}")${days ? `, [${days.join(', ')}]` : ''})`;
  const got = prepareExpression({ cel, type: { kind: 'datetime' } }, { variables: {} })(() => undefined, {
    now, zone, offsets: offsetsAround(zone, now), language: 'en', seed: 1, channel: 'web', contact: { id: 'c', name: '' },
  });
  return got.ok ? String(got.value) : got.error;
}

/** What a clock on a wall in that zone shows, by the platform's own calendar. */
function wall(zone: string, moment: string): { time: string; weekday: string } {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', weekday: 'short', hourCycle: 'h23' }).formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
  return { time: `${parts['hour']}:${parts['minute']}`, weekday: parts['weekday'] ?? '' };
}

describe('until a time of day', () => {
  test.each<[why: string, zone: string, now: string, time: string, over: string, days?: number[]]>([
    ['later today', 'Europe/Paris', '2026-11-20T06:00:00.000Z', '08:00', '2026-11-20T07:00:00.000Z'],
    ['this very minute is over', 'Europe/Paris', '2026-11-20T07:00:00.000Z', '08:00', '2026-11-21T07:00:00.000Z'],
    ['tomorrow is longer by an hour', 'Europe/Paris', '2026-10-24T07:00:00.000Z', '08:00', '2026-10-25T07:00:00.000Z'],
    ['tomorrow is shorter by an hour', 'Europe/Paris', '2026-03-28T08:00:00.000Z', '08:00', '2026-03-29T06:00:00.000Z'],
    ['clocks skip it: as much after the change', 'Europe/Paris', '2026-03-28T23:00:00.000Z', '02:30', '2026-03-29T01:30:00.000Z'],
    ['it comes twice: the first time', 'Europe/Paris', '2026-10-24T23:00:00.000Z', '02:30', '2026-10-25T00:30:00.000Z'],
    ['between the two times it comes: tomorrow', 'Europe/Paris', '2026-10-25T01:00:00.000Z', '02:30', '2026-10-26T01:30:00.000Z'],
    ['the same in the other half of the world', 'America/New_York', '2026-10-31T12:00:00.000Z', '01:30', '2026-11-01T05:30:00.000Z'],
    ['clocks change by half an hour', 'Australia/Lord_Howe', '2026-10-03T12:00:00.000Z', '02:15', '2026-10-03T15:45:00.000Z'],
    ['a zone of 45 minutes', 'Asia/Kathmandu', '2026-11-20T00:00:00.000Z', '08:00', '2026-11-20T02:15:00.000Z'],
    ['on weekdays: from Friday evening to Monday', 'Asia/Kolkata', '2026-11-20T12:00:00.000Z', '09:00', '2026-11-23T03:30:00.000Z', [1, 2, 3, 4, 5]],
    ['the only day is today and over', 'UTC', '2026-11-20T12:00:00.000Z', '09:00', '2026-11-27T09:00:00.000Z', [5]],
  ])('%s', (_, zone, now, time, expected, days) => {
    expect(over(zone, now, time, days)).toBe(expected);
  });

  test('over zones and a year of moments: the clock shows that time on an allowed day, and no earlier moment does', () => {
    const random = seededRandom(7);
    const below = (limit: number): number => Math.floor(random() * limit);
    const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
    for (const zone of ['Europe/Paris', 'America/New_York', 'America/Santiago', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca']) {
      for (let round = 0; round < 120; round += 1) {
        const now = new Date(Date.UTC(2026, 0, 1) + below(365 * 24 * 60) * 60_000).toISOString();
        const time = `${String(below(24)).padStart(2, '0')}:${String(below(60)).padStart(2, '0')}`;
        const days = random() < 0.5 ? undefined : [1, 2, 3, 4, 5, 6, 7].filter(() => random() < 0.5);
        if (days?.length === 0) continue;
        const allowed = ({ weekday }: { weekday: string }): boolean => !days || days.includes(names.indexOf(weekday) + 1);
        const got = over(zone, now, time, days);
        const at = `${zone} ${now} ${time} ${days?.join() ?? ''} -> ${got}`;
        expect(got > now, at).toBe(true);
        const shown = wall(zone, got);
        expect(allowed(shown), at).toBe(true);
        // A time that is skipped shows as much later: at most an hour.
        if (shown.time !== time) expect(wall(zone, new Date(Date.parse(got) - 3_600_000).toISOString()).time < time, at).toBe(true);
        const day = wall(zone, now);
        if (allowed(day) && time > day.time && shown.time === time) expect(Date.parse(got) - Date.parse(now), at).toBeLessThanOrEqual(25 * 3_600_000);
      }
    }
  });
});

test('a round of waits that are past ends by the limits of a turn, and says so', () => {
  const { conversation, turns } = playGolden({
    description: 'Past', clock: '2026-11-20T09:00:00Z',
    flow: { nodes: { start: 'start', w: { wait: { until: 'moment', moment: 'now()' } } }, edges: ['start -> w', 'w.next -> w'] },
    conversation: [{ user: 'hi' }],
  }, nodeTypes);
  expect(turns.flatMap(({ trace }) => trace).filter(({ did }) => did === 'limit')).toHaveLength(1);
  expect(conversation.at(-1)).toEqual({ ends: true });
});
