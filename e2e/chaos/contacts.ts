import type { Random } from '@parley/shared/lib/id';

/** One message a contact says: acknowledged ones must be answered, once, in this order. */
export interface Spoken {
  id: string;
  text: string;
}

/** What one contact said and got acknowledged, in order. The first only opens the conversation. */
export interface Contact {
  name: string;
  acknowledged: Spoken[];
}

/** How posting went in all. */
export interface Posted {
  contacts: Contact[];
  repeats: number;
  failures: number;
}

const kinds = ['plain', 'plain', 'plain', 'plain', 'plain', 'plain', 'slow', 'boom'] as const;

/**
 * Lets `count` contacts talk at once until `until()` says stop. Each posts to a process chosen by chance, waits for its
 * acknowledgement, and posts again with the same id after any failure, as webhooks are; one in twenty old ids is posted once more.
 */
export async function talk({ addresses, count, until, random }: { addresses: () => string[]; count: number; until: () => boolean; random: Random }): Promise<Posted> {
  const posted: Posted = { contacts: [], repeats: 0, failures: 0 };
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;

  // Every other contact waits for the answer in the same response: that is another acknowledgement, and another way to disk.
  const waits = (name: string): boolean => Number(name.split('-').at(-1)) % 2 === 1;
  const post = async (from: string, { id, text }: Spoken): Promise<boolean> => {
    try {
      const response = await fetch(`${pick(addresses())}${waits(from) ? '?wait=1' : ''}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id, from, message: { type: 'text', text } }), signal: AbortSignal.timeout(5_000) });
      await response.arrayBuffer();
      if (response.status >= 400 && response.status < 500 && response.status !== 429) throw new Error(`${from} was refused with ${response.status}: a webhook is never wrong here.`);
      return response.ok;
    } catch (error) {
      if (error instanceof Error && error.message.includes('was refused')) throw error;
      return false;
    }
  };

  async function live(contact: Contact): Promise<void> {
    for (let no = 0; !until(); no += 1) {
      const spoken = { id: `${contact.name}-${no}`, text: no === 0 ? 'open' : `${pick(kinds)}${no}` };
      while (!(await post(contact.name, spoken))) {
        posted.failures += 1;
        await new Promise((resolve) => { setTimeout(resolve, 50 + random() * 100); });
      }
      contact.acknowledged.push(spoken);
      if (random() < 0.05) {
        posted.repeats += 1;
        await post(contact.name, pick(contact.acknowledged));
      }
      await new Promise((resolve) => { setTimeout(resolve, random() * 40); });
    }
  }

  for (let index = 0; index < count; index += 1) posted.contacts.push({ name: `contact-${index}`, acknowledged: [] });
  await Promise.all(posted.contacts.map(live));
  return posted;
}
