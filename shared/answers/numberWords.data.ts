import { fold } from './fold.ts';

const english = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const englishTens = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 };
const french = 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ');
const frenchTens = { vingt: 20, vingts: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60, septante: 70, huitante: 80, octante: 80, nonante: 90, une: 1 };
/** Hindi has a word of its own for every number up to a hundred. */
const hindi = ['शून्य', 'एक', 'दो', 'तीन', 'चार', 'पाँच', 'छह|छः', 'सात', 'आठ', 'नौ', 'दस', 'ग्यारह', 'बारह', 'तेरह', 'चौदह', 'पंद्रह', 'सोलह', 'सत्रह', 'अठारह', 'उन्नीस',
  'बीस', 'इक्कीस', 'बाईस', 'तेईस', 'चौबीस', 'पच्चीस', 'छब्बीस', 'सत्ताईस', 'अट्ठाईस', 'उनतीस', 'तीस', 'इकतीस', 'बत्तीस', 'तैंतीस', 'चौंतीस', 'पैंतीस', 'छत्तीस', 'सैंतीस', 'अड़तीस', 'उनतालीस',
  'चालीस', 'इकतालीस', 'बयालीस', 'तैंतालीस', 'चौवालीस', 'पैंतालीस', 'छियालीस', 'सैंतालीस', 'अड़तालीस', 'उनचास', 'पचास', 'इक्यावन', 'बावन', 'तिरपन', 'चौवन', 'पचपन', 'छप्पन', 'सत्तावन', 'अट्ठावन', 'उनसठ',
  'साठ', 'इकसठ', 'बासठ', 'तिरसठ', 'चौंसठ', 'पैंसठ', 'छियासठ', 'सड़सठ', 'अड़सठ', 'उनहत्तर', 'सत्तर', 'इकहत्तर', 'बहत्तर', 'तिहत्तर', 'चौहत्तर', 'पचहत्तर', 'छिहत्तर', 'सतहत्तर', 'अठहत्तर', 'उन्यासी',
  'अस्सी', 'इक्यासी', 'बयासी', 'तिरासी', 'चौरासी', 'पचासी', 'छियासी', 'सत्तासी', 'अट्ठासी', 'नवासी', 'नब्बे', 'इक्यानवे', 'बानवे', 'तिरानवे', 'चौरानवे', 'पचानवे', 'छियानवे', 'सत्तानवे', 'अट्ठानवे', 'निन्यानवे'];
const romanised = ['shunya', 'ek', 'do', 'teen|tin', 'char|chaar', 'paanch|panch', 'chhe|che|chhah', 'saat', 'aath|ath', 'nau', 'das|dus', 'gyarah', 'barah|baarah', 'terah', 'chaudah', 'pandrah', 'solah', 'satrah', 'atharah', 'unnis', 'bees', '', '', '', 'chaubis', 'pachis|pachchis', '', '', '', '', 'tees'];

/** Number words of the three languages, folded, by language. */
export const smallNumbers: Record<'en' | 'fr' | 'hi', ReadonlyMap<string, number>> = {
  en: new Map([...listed(english), ...Object.entries(englishTens)]),
  fr: new Map([...listed(french), ...Object.entries(frenchTens)]),
  hi: new Map([...listed(hindi), ...listed(romanised), ['chalis', 40], ['pachas', 50]]),
};

/** Words that multiply what was said before them. */
export const scales: ReadonlyMap<string, number> = new Map(
  Object.entries({ hundred: 100, thousand: 1_000, million: 1_000_000, cent: 100, cents: 100, mille: 1_000, 'सौ': 100, sau: 100, 'हज़ार': 1_000, 'हजार': 1_000, hazar: 1_000, hazaar: 1_000, 'लाख': 100_000, lakh: 100_000, 'करोड़': 10_000_000 })
    .map(([word, n]) => [fold(word), n]),
);

function listed(words: string[]): [string, number][] {
  return words.flatMap((written, n) => written.split('|').filter(Boolean).map((word): [string, number] => [fold(word), n]));
}
