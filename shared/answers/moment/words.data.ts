import { makeLexicon } from './lexicon.ts';
import type { Lexicon, Words } from './lexicon.ts';

const english: Words = {
  weekdays: ['monday mon', 'tuesday tue tues', 'wednesday wed weds', 'thursday thu thur thurs', 'friday fri', 'saturday sat', 'sunday sun'],
  months: ['january jan', 'february feb', 'march mar', 'april apr', 'may', 'june jun', 'july jul', 'august aug', 'september sept sep', 'october oct', 'november nov', 'december dec'],
  numbers: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty',
    'twenty_one', 'twenty_two', 'twenty_three', 'twenty_four', 'twenty_five', 'twenty_six', 'twenty_seven', 'twenty_eight', 'twenty_nine', 'thirty', 'thirty_one', '', '', '', 'thirty_five', '', '', '', '', 'forty', '', '', '', '', 'forty_five', '', '', '', '', 'fifty', '', '', '', '', 'fifty_five'],
  ordinals: ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth',
    'twenty_first', 'twenty_second', 'twenty_third', 'twenty_fourth', 'twenty_fifth', 'twenty_sixth', 'twenty_seventh', 'twenty_eighth', 'twenty_ninth', 'thirtieth', 'thirty_first'],
  days: { '-2': 'day_before_yesterday', '-1': 'yesterday', '0': 'today tonight', '1': 'tomorrow tmrw tmr tmrrw 2moro 2morrow tomoz', '2': 'day_after_tomorrow day_after_tmrw day_after_tmr overmorrow' },
  parts: { '0-12': 'am morning in_the_morning', '12-24': 'pm', '12-18': 'afternoon in_the_afternoon', '17-24': 'evening in_the_evening', '18-24': 'night at_night tonight' },
  noon: 'noon midday', midnight: 'midnight',
  next: 'next coming following', this: 'this', last: 'last past_week', in: 'in', later: 'from_now from_today later', ago: 'ago',
  dayUnit: 'day days', weekUnit: 'week weeks wk wks', hour: 'oclock o_clock hour hours hr hrs', minuteUnit: 'minute minutes min mins',
  halfBefore: 'half', halfAfter: '', quarter: 'quarter', past: 'past', to: 'to', less: '', shifts: {}, clocks: {},
  at: 'at around about by approx @', the: 'the', suffix: 'st nd rd th ish', link: 'of on and', dayWord: '',
  stop: 'not dont don_t no never cant can_t before after until till between except but instead earlier sometime anytime any every each what when which who why how open closed close weekend month months year years', or: 'or either',
};

const french: Words = {
  weekdays: ['lundi lun', 'mardi mar', 'mercredi mer', 'jeudi jeu', 'vendredi ven', 'samedi sam', 'dimanche dim'],
  months: ['janvier janv', 'février févr fev', 'mars', 'avril avr', 'mai', 'juin', 'juillet juil', 'août aout', 'septembre sept', 'octobre oct', 'novembre nov', 'décembre dec'],
  numbers: ['zéro', 'un une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze', 'treize', 'quatorze', 'quinze', 'seize', 'dix_sept', 'dix_huit', 'dix_neuf', 'vingt',
    'vingt_et_un vingt_et_une', 'vingt_deux', 'vingt_trois', 'vingt_quatre', 'vingt_cinq', 'vingt_six', 'vingt_sept', 'vingt_huit', 'vingt_neuf', 'trente', 'trente_et_un', '', '', '', 'trente_cinq', '', '', '', '', 'quarante', '', '', '', '', 'quarante_cinq', '', '', '', '', 'cinquante', '', '', '', '', 'cinquante_cinq'],
  ordinals: ['premier première'],
  days: { '-2': 'avant_hier', '-1': 'hier', '0': 'aujourd_hui aujourdhui auj ajd ce_jour', '1': 'demain dem', '2': 'après_demain apresdemain' },
  parts: { '4-12': 'matin du_matin matinée', '12-19': 'après_midi aprem de_l_après_midi', '17-24': 'soir du_soir soirée ce_soir', '20-24': 'nuit' },
  noon: 'midi', midnight: 'minuit',
  next: 'prochain prochaine suivant suivante', this: 'ce cette', last: 'dernier dernière passé passée', in: 'dans', later: 'plus_tard', ago: 'il_y_a',
  dayUnit: 'jour jours', weekUnit: 'semaine semaines', hour: 'heure heures h hr hrs', minuteUnit: 'minute minutes min mn',
  halfBefore: '', halfAfter: 'demie demi et_demie et_demi', quarter: 'quart et_quart', past: '', to: '', less: 'moins moins_le', shifts: {}, clocks: {},
  at: 'à vers pour', the: 'le', suffix: 'er ère ème e', link: 'de du la l et sur', dayWord: '',
  stop: 'pas en jamais avant après jusqu sauf ni plutôt entre chaque quand quel quelle combien pourquoi comment ouvert ouverts fermé week_end weekend mois an ans année', or: 'ou ou_bien soit',
};

const hindi: Words = {
  weekdays: ['सोमवार सोम somvar somwar somvaar', 'मंगलवार मंगल mangalvar mangalwar mangalvaar', 'बुधवार बुध budhvar budhwar budhvaar', 'गुरुवार गुरूवार बृहस्पतिवार वीरवार guruvar guruwar veervar brihaspativar',
    'शुक्रवार शुक्र shukravar shukrawar shukrvar sukravar', 'शनिवार शनि shanivar shaniwar sanivar', 'रविवार इतवार रवि ravivar raviwar itvar itwar'],
  months: ['जनवरी janvari', 'फ़रवरी फरवरी farvari farwari', 'मार्च', 'अप्रैल aprail', 'मई mai', 'जून joon', 'जुलाई julai', 'अगस्त agast', 'सितंबर sitambar', 'अक्टूबर अक्तूबर aktubar october', 'नवंबर navambar', 'दिसंबर disambar'],
  numbers: ['शून्य shunya', 'एक ek', 'दो do', 'तीन teen tin', 'चार char chaar', 'पाँच पांच paanch panch pach', 'छह छः छ chhe chheh chhah che chah', 'सात saat', 'आठ aath ath', 'नौ nau', 'दस das dus', 'ग्यारह gyarah gyara gyaarah', 'बारह barah bara baarah',
    'तेरह terah', 'चौदह chaudah', 'पंद्रह पन्द्रह pandrah', 'सोलह solah', 'सत्रह satrah', 'अठारह atharah', 'उन्नीस unnis', 'बीस bees bis', 'इक्कीस ikkis', 'बाईस bais', 'तेईस teis', 'चौबीस chaubis', 'पच्चीस pachis pachchis', 'छब्बीस chhabbis', 'सत्ताईस sattais', 'अट्ठाईस atthais', 'उनतीस untis', 'तीस tees tis',
    'इकतीस iktis', '', '', '', 'पैंतीस', '', '', '', '', 'चालीस chalis', '', '', '', '', 'पैंतालीस paintalis', '', '', '', '', 'पचास pachas', '', '', '', '', 'पचपन'],
  ordinals: ['पहली पहला pehli pahli', 'दूसरी दूसरा dusri', 'तीसरी तीसरा teesri'],
  days: { '-1': 'बीता_कल बीते_कल beeta_kal', '0': 'आज aaj aj', '1': 'कल kal', '2': 'परसों परसो parso parson parsoon' },
  parts: { '4-12': 'सुबह सवेरे subah subha savere', '12-17': 'दोपहर dopahar dopahr dopeher dopaher', '16-21': 'शाम sham shaam', '19-24': 'रात raat' },
  noon: '', midnight: 'आधी_रात aadhi_raat',
  next: 'अगले अगला अगली आने_वाले agle agla agli', this: 'इस is', last: 'पिछले पिछला पिछली pichle pichla pichli', in: '', later: 'बाद_में बाद में baad baad_mein mein me', ago: 'पहले pehle pahle',
  dayUnit: 'दिन दिनों din dino', weekUnit: 'हफ्ते हफ़्ते हफ्ता सप्ताह hafte hafta saptah', hour: 'बजे बजकर बज baje bje bajay bajkar घंटे घंटा ghante ghanta', minuteUnit: 'मिनट minat',
  halfBefore: '', halfAfter: '', quarter: '', past: '', to: '', less: '',
  shifts: { '30': 'साढ़े साढे साड़े sadhe saadhe sade saade sarhe saarhe', '15': 'सवा sava sawa savva', '-15': 'पौने पोने paune pone paone pauna' },
  clocks: { '90': 'डेढ़ डेढ dedh derh ded', '150': 'ढाई dhai dhaai adhai dhayi' },
  at: 'करीब लगभग kareeb karib lagbhag', the: '', suffix: '', link: 'को ko की ki के ke का ka पर par', dayWord: 'तारीख तारीख़ tarikh tareekh',
  stop: 'नहीं nahi nahin nai मत mat छोड़कर अलावा बीच beech तक tak कितने kitne kitna कब kab क्यों kyon खुला khula बंद महीने mahine साल saal', or: 'या ya',
};

/** Lexicons to try for a contact of a language, in order: the own words with English ones, then each other language alone. */
export function lexiconsFor(language: string): Lexicon[] {
  const base = language.split('-', 1)[0] ?? '';
  const [first, ...rest] = lexicons[base] ?? lexicons['en'] ?? [];
  return first ? [first, ...rest] : [];
}

const alone = { en: makeLexicon(english), fr: makeLexicon(french), hi: makeLexicon(hindi) };
const lexicons: Record<string, Lexicon[]> = {
  en: [alone.en, alone.fr, alone.hi],
  fr: [makeLexicon(french, english), alone.en, alone.hi],
  hi: [makeLexicon(hindi, english), alone.en, alone.fr],
};
