/** The first letters of a person's first and last name; '' where no word begins with a letter: a phone number has no initials. */
export function initialsOf(name: string): string {
  const letters = name.trim().split(/\s+/).flatMap((word) => /^\p{L}\p{M}*/u.exec(word)?.[0] ?? []);
  return `${letters[0] ?? ''}${letters.length > 1 ? letters.at(-1) ?? '' : ''}`.toLocaleUpperCase();
}
