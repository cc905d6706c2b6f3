import type { Spoken } from './drawing.ts';

/** Words that several bots need, in every language of the gallery. */
const all = {
  yes: { en: 'Yes', es: 'Sí', fr: 'Oui', hi: 'हाँ', ar: 'نعم', de: 'Ja', pt: 'Sim' },
  yesWords: {
    en: 'y, yeah, sure, ok, please', es: 'si, claro, vale, por favor', fr: 'ouais, bien sûr, d’accord, volontiers', hi: 'हां, जी, जी हाँ, ठीक है, haan, ji',
    ar: 'أجل, طبعا, حسنا, تمام', de: 'klar, gern, gerne, bitte', pt: 'claro, ok, pode ser, por favor',
  },
  no: { en: 'No', es: 'No', fr: 'Non', hi: 'नहीं', ar: 'لا', de: 'Nein', pt: 'Não' },
  noWords: {
    en: 'n, nope, no thanks, not now', es: 'no gracias, ahora no', fr: 'non merci, pas maintenant', hi: 'नही, जी नहीं, nahin, nahi',
    ar: 'كلا, لا شكرا, ليس الآن', de: 'nö, nein danke, jetzt nicht', pt: 'nao, não obrigado, agora não',
  },
} as const;

const inLanguages = (word: Readonly<Record<string, string>>, languages: readonly string[]): Spoken => Object.fromEntries(languages.map((language) => [language, word[language] ?? '']));

/** The options “Yes” and “No” of a choice, in these languages. */
export function yesNo(languages: readonly string[]) {
  return {
    yes: { label: inLanguages(all.yes, languages), synonyms: inLanguages(all.yesWords, languages), order: 1 },
    no: { label: inLanguages(all.no, languages), synonyms: inLanguages(all.noWords, languages), order: 2 },
  };
}
