/** The bot's language that is the wanted one, or the same one of another country. */
export function spoken(wanted: string | undefined, languages: readonly string[]): string | undefined {
  if (!wanted) return undefined;
  const base = wanted.split('-')[0]?.toLowerCase();
  return languages.find((language) => language.toLowerCase() === wanted.toLowerCase()) ?? languages.find((language) => language.split('-')[0]?.toLowerCase() === base);
}
