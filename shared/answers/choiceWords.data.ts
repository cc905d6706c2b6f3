import { fold } from './fold.ts';

const set = (...lists: string[]): ReadonlySet<string> => new Set(lists.flatMap((list) => list.split(' ')).map(fold));

/** Words that add nothing to which option is meant. */
export const fillers = set(
  'the a an i would like want need d ll id please pls plz thanks thank you my me for to of and with one option number no nr choice just only it s is this that take choose book give lets let us go have get',
  'le la les l un une des du de d je j voudrais veux prends prendrai aimerais souhaite svp s il vous te plait stp merci pour mon ma me et avec numero option choix juste seulement c est ce',
  'मुझे मेरी मेरा चाहिए चाहिये कर करना करो करवाना करवानी करनी दो दीजिए है हैं का की के को और एक जी कृपया वाला वाली वाले नंबर विकल्प ही सिर्फ बस mujhe chahiye kar karna karo karwana karni do dijiye hai hain ka ki ke ko aur ek ji wala wali wale nambar please bas sirf',
);

/** Words after which an option may be the one that is not wanted. */
export const negations = set('no not dont don t never without except isn isnt nor', 'pas sans sauf jamais ni', 'नहीं मत बिना nahi nahin mat bina');

/** Words of a question about the options. */
export const asking = set('how what which why when where who much many difference cost price does', 'combien quel quelle quels quelles pourquoi comment quand difference prix coute', 'कितना कितने कितनी क्या क्यों कैसे कब कौन कौनसा kitna kitne kitni kya kyun kyon kaise kab kaun kaunsa');

/** Words for a place in the list; -1 is the last. */
export const places: ReadonlyMap<string, number> = new Map([
  'one first 1st premier premiere 1er 1ere एक पहला पहली pehla pehli pahla ek', 'two second 2nd deux deuxieme 2eme 2e दो दूसरा दूसरी dusra dusri doosra', 'three third 3rd trois troisieme 3eme 3e तीन तीसरा तीसरी teen teesra tisra',
  'four fourth 4th quatre quatrieme 4eme 4e चार चौथा चौथी char chautha', 'five fifth 5th cinq cinquieme 5eme 5e पाँच पाँचवाँ पाँचवीं paanch panch', 'six sixth 6th sixieme 6eme 6e छह छठा chhe chhah', 'seven seventh 7th sept septieme 7eme 7e सात saat', 'eight eighth 8th huit huitieme 8eme 8e आठ aath',
  'nine ninth 9th neuf neuvieme 9eme 9e नौ nau', 'ten tenth 10th dix dixieme 10eme 10e दस das',
].flatMap((words, at) => words.split(' ').map((word): [string, number] => [fold(word), at + 1])).concat([['last', -1], ['dernier', -1], ['derniere', -1], [fold('आखिरी'), -1], ['aakhiri', -1]]));
