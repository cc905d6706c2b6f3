/** How one language writes dates, times, numbers and lists. Patterns: see `formatMoment`. Source: Unicode CLDR 46, shortened by hand. */
export interface LanguageFacts {
  months: string[];
  monthsShort: string[];
  /** Monday first. */
  weekdays: string[];
  weekdaysShort: string[];
  /** Parts of the day by the hour they begin at; the last one wraps around midnight. */
  dayParts: { from: number; name: string }[];
  patterns: { short: string; long: string; time: string };
  /** Written instead of the day of the month where it has a word of its own. */
  firstDay?: string;
  decimal: string;
  thousands: string;
  /** Indian grouping: 12,34,567. */
  lakh?: true;
  yes: string;
  no: string;
  and: string;
  /** One and many. */
  day: [string, string];
  hour: [string, string];
  minute: [string, string];
  second: [string, string];
}

const english: LanguageFacts = {
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  monthsShort: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  weekdaysShort: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  dayParts: [{ from: 0, name: 'am' }, { from: 12, name: 'pm' }],
  patterns: { short: 'd MMM yyyy', long: 'EEEE, d MMMM yyyy', time: 'h:mm a' },
  decimal: '.', thousands: ',', yes: 'yes', no: 'no', and: 'and',
  day: ['day', 'days'], hour: ['hour', 'hours'], minute: ['minute', 'minutes'], second: ['second', 'seconds'],
};

const french: LanguageFacts = {
  months: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  monthsShort: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  weekdaysShort: ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'],
  dayParts: [{ from: 0, name: 'du matin' }, { from: 12, name: 'de l’après-midi' }, { from: 18, name: 'du soir' }],
  patterns: { short: 'd MMM yyyy', long: 'EEEE d MMMM yyyy', time: "H'h'mm" },
  firstDay: '1er',
  decimal: ',', thousands: '\u202f', yes: 'oui', no: 'non', and: 'et',
  day: ['jour', 'jours'], hour: ['heure', 'heures'], minute: ['minute', 'minutes'], second: ['seconde', 'secondes'],
};

const hindi: LanguageFacts = {
  months: ['जनवरी', 'फ़रवरी', 'मार्च', 'अप्रैल', 'मई', 'जून', 'जुलाई', 'अगस्त', 'सितंबर', 'अक्टूबर', 'नवंबर', 'दिसंबर'],
  monthsShort: ['जन॰', 'फ़र॰', 'मार्च', 'अप्रैल', 'मई', 'जून', 'जुल॰', 'अग॰', 'सित॰', 'अक्टू॰', 'नव॰', 'दिस॰'],
  weekdays: ['सोमवार', 'मंगलवार', 'बुधवार', 'गुरुवार', 'शुक्रवार', 'शनिवार', 'रविवार'],
  weekdaysShort: ['सोम', 'मंगल', 'बुध', 'गुरु', 'शुक्र', 'शनि', 'रवि'],
  dayParts: [{ from: 4, name: 'सुबह' }, { from: 12, name: 'दोपहर' }, { from: 16, name: 'शाम' }, { from: 20, name: 'रात' }],
  patterns: { short: 'd MMM yyyy', long: 'EEEE, d MMMM yyyy', time: 'a h:mm बजे' },
  decimal: '.', thousands: ',', lakh: true, yes: 'हाँ', no: 'नहीं', and: 'और',
  day: ['दिन', 'दिन'], hour: ['घंटा', 'घंटे'], minute: ['मिनट', 'मिनट'], second: ['सेकंड', 'सेकंड'],
};

/** For every language without facts of its own: signs and numbers that are read everywhere. */
const anywhere: LanguageFacts = {
  ...english,
  months: ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'],
  monthsShort: ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'],
  weekdays: ['1', '2', '3', '4', '5', '6', '7'],
  weekdaysShort: ['1', '2', '3', '4', '5', '6', '7'],
  dayParts: [],
  patterns: { short: 'yyyy-MM-dd', long: 'yyyy-MM-dd', time: 'HH:mm' },
  thousands: '\u202f', yes: '✓', no: '✗', and: ',',
  day: ['d', 'd'], hour: ['h', 'h'], minute: ['min', 'min'], second: ['s', 's'],
};

const known: Record<string, LanguageFacts> = { en: english, fr: french, hi: hindi };

/** The facts of a language by its BCP 47 tag (`fr-CA` reads as `fr`), or signs that are read everywhere. */
export function languageFacts(tag: string): LanguageFacts {
  const base = tag.split('-', 1)[0] ?? '';
  return (Object.hasOwn(known, base) ? known[base] : undefined) ?? anywhere;
}
