/** Languages offered when a bot is made; any other tag can be added in the flow's settings. */
const tags = ['ar', 'bn', 'de', 'en', 'es', 'fa', 'fr', 'gu', 'he', 'hi', 'id', 'it', 'ja', 'kn', 'ko', 'ml', 'mr', 'nl', 'or', 'pa', 'pl', 'pt', 'ru', 'sw', 'ta', 'te', 'th', 'tr', 'uk', 'ur', 'vi', 'zh'];

/** The offered languages by their names in the reader's own language, sorted as that language sorts. */
export function languageOptions(reader: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([reader], { type: 'language' });
  return tags.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) => a.label.localeCompare(b.label, reader));
}
