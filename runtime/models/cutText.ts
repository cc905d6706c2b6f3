/** Shortens a text to so many letters: after its last whole sentence, else after its last whole word. */
export function cutText(text: string, most: number): string {
  const trimmed = text.trim();
  if (trimmed.length <= most) return trimmed;
  const beginning = trimmed.slice(0, most);
  const sentence = /^.*[.!?।。！？](?=\s|$|[”"»])/su.exec(beginning)?.[0];
  if (sentence && sentence.length >= most / 3) return sentence;
  const words = beginning.slice(0, most - 1).replace(/\s+\S*$/u, '').replace(/[\uD800-\uDBFF]$/u, '');
  return `${words}…`;
}
