/**
 * The option a contact belongs to, each with a chance by its weight; undefined when no option has any. Always the same for the same
 * contact and key, without remembering it: every option draws a time from the contact's id, the heavier the sooner, and the first wins
 * (weighted rendezvous hashing). So a weight that changes moves contacts only to options that grew, or away from those that shrank.
 */
export function shareOf(contact: string, key: string, weights: Readonly<Record<string, number>>): string | undefined {
  let best: { option: string; at: number } | undefined;
  for (const [option, weight] of Object.entries(weights)) {
    if (!(weight > 0)) continue;
    const at = -Math.log(drawn(`${contact}\n${key}\n${option}`)) / weight;
    if (!best || at < best.at || (at === best.at && option < best.option)) best = { option, at };
  }
  return best?.option;
}

/** A number between 0 and 1 from a text, neither included (FNV-1a, then mixed until every bit hangs on every letter). */
function drawn(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) + 0.5) / 4_294_967_296;
}
