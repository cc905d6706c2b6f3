import type { Random } from '@parley/shared/lib/id';

/** One message a contact said: acknowledged ones must be answered, once, in the order of their turns. */
export interface Spoken {
  id: string;
  text: string;
  /** The number of its turn, as the acknowledgement gives it. */
  turn: number;
}

/** What one contact said and got acknowledged, in the order in which it was taken. The first only opens the conversation. */
export interface Contact {
  name: string;
  acknowledged: Spoken[];
}

/** How posting went in all. */
export interface Posted {
  contacts: Contact[];
  repeats: number;
  failures: number;
  /** Times a contact said several things at once, each to a process of its own. */
  bursts: number;
}

/** What contacts say, and how often of a hundred; the rest is plain. */
const kinds = { slow: 8, boom: 8, blast: 2, hang: 1 } as const;

/** So many things a contact says before it waits for answers. */
const mostOpen = 20;

/** A fleet that takes nothing for so long is no storm but a fault; two of three processes run turns, and each is killed every few seconds. */
const patienceMs = 600_000;

/**
 * Lets `count` contacts talk at once until `until()` says stop. Each posts to a process chosen by chance, waits for its
 * acknowledgement, and posts again with the same id after any failure, as webhooks are; one in twenty old ids is posted once more, and
 * one time in ten two or three things are said at once, so that webhooks overtake one another. Nobody says more while `mostOpen` of
 * theirs are not answered (`answers` = how often a contact was): what takes messages is quicker than what answers them, and a storm
 * would be over long before what was said in its first minutes is looked at.
 */
export async function talk({ addresses, answers, count, until, random }: { addresses: (contact: number) => string[]; answers: (name: string) => number; count: number; until: () => boolean; random: Random }): Promise<Posted> {
  const posted: Posted = { contacts: [], repeats: 0, failures: 0, bursts: 0 };
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  };
  const kind = (): string => {
    let left = random() * 100;
    return Object.entries(kinds).find(([, share]) => (left -= share) < 0)?.[0] ?? 'plain';
  };

  /** The turn it was taken as; undefined when it has to be posted again. */
  async function post(contact: number, { id, text }: Pick<Spoken, 'id' | 'text'>): Promise<number | undefined> {
    const from = nameOf(contact);
    // Every other contact waits for the answer in the same response: that is another acknowledgement, and another way to disk.
    const address = `${pick(addresses(contact))}${contact % 2 === 1 ? '?wait=1' : ''}`;
    const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id, from, message: { type: 'text', text } }), signal: AbortSignal.timeout(10_000) })
      .then(async (response) => ({ status: response.status, body: await response.text() })).catch(() => undefined);
    if (!answer || answer.status >= 500 || answer.status === 429) return undefined;
    if (answer.status >= 400) throw new Error(`${from} was refused with ${answer.status}: a webhook is never wrong here.`);
    const [, turn] = /"turnId":"[^"]*\.(\d+)"/.exec(answer.body) ?? [];
    if (turn === undefined) throw new Error(`${from} was acknowledged without a turn: ${answer.body.slice(0, 200)}`);
    return Number(turn);
  }

  async function deliver(contact: number, spoken: Pick<Spoken, 'id' | 'text'>): Promise<Spoken> {
    const since = Date.now();
    for (;;) {
      const turn = await post(contact, spoken);
      if (turn !== undefined) return { ...spoken, turn };
      posted.failures += 1;
      if (Date.now() - since > patienceMs) throw new Error(`Nobody took ${spoken.id} for ${patienceMs / 1_000} s.`);
      await pause(50 + random() * 100);
    }
  }

  async function live({ name, acknowledged }: Contact, contact: number): Promise<void> {
    for (let no = 0; !until();) {
      const several = no > 0 && random() < 0.1 ? 2 + Math.floor(random() * 2) : 1;
      if (several > 1) posted.bursts += 1;
      const said = Array.from({ length: several }, (_, at) => ({ id: `${name}-${no + at}`, text: no === 0 ? 'open' : `${kind()}${no + at}` }));
      no += several;
      acknowledged.push(...(await Promise.all(said.map((spoken) => deliver(contact, spoken)))).toSorted((a, b) => a.turn - b.turn));
      if (random() < 0.05) {
        posted.repeats += 1;
        await post(contact, pick(acknowledged));
      }
      do await pause(random() * 40); while (acknowledged.length - answers(name) > mostOpen && !until());
    }
  }

  for (let contact = 0; contact < count; contact += 1) posted.contacts.push({ name: nameOf(contact), acknowledged: [] });
  await Promise.all(posted.contacts.map(live));
  return posted;
}

const nameOf = (contact: number): string => `contact-${contact}`;
const pause = (ms: number) => new Promise<void>((resolve) => { setTimeout(resolve, ms); });
