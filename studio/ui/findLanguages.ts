import { nameOfLanguage } from './nameOfLanguage.ts';

const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** Languages whose own name, English name or tag has the words in it; those that begin with them first. */
export function findLanguages(languages: readonly string[], search: string): string[] {
  const wanted = plain(search);
  const namesOf = (language: string): string[] => [nameOfLanguage(language), english.of(language) ?? '', language].map(plain);
  const begins = (language: string): number => Number(namesOf(language).some((name) => name.startsWith(wanted)));
  return languages.filter((language) => namesOf(language).some((name) => name.includes(wanted))).toSorted((a, b) => begins(b) - begins(a));
}

/** Lower case without accents: espanol finds Español. */
function plain(text: string): string {
  return text.trim().toLocaleLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
