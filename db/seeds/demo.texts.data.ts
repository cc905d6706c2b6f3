/** A text in the demo's three languages; the first is the one it was typed in. */
export interface Spoken {
  en: string;
  fr: string;
  hi: string;
}

/** The five services: their ids are what exits and taps carry. */
export const services: Record<'outside' | 'inside' | 'full' | 'wax' | 'engine', { label: Spoken; note: Spoken; synonyms: Spoken }> = {
  outside: {
    label: { en: 'Exterior wash', fr: 'Lavage extérieur', hi: 'बाहरी धुलाई' },
    note: { en: '₹299 · 20 minutes', fr: '299 ₹ · 20 minutes', hi: '₹299 · 20 मिनट' },
    synonyms: { en: 'exterior, outside, outside only, just the outside', fr: 'extérieur, dehors, lavage simple', hi: 'बाहर, बाहर की धुलाई, बाहर से, bahar, bahar ki dhulai, bahri dhulai' },
  },
  inside: {
    label: { en: 'Interior cleaning', fr: 'Nettoyage intérieur', hi: 'अंदर की सफाई' },
    note: { en: '₹399 · 30 minutes', fr: '399 ₹ · 30 minutes', hi: '₹399 · 30 मिनट' },
    synonyms: { en: 'interior, inside, vacuum, hoover, seats', fr: 'intérieur, dedans, aspirateur, sièges', hi: 'अंदर, भीतर, अंदर से, andar, andar ki safai, vacuum' },
  },
  full: {
    label: { en: 'Full wash', fr: 'Lavage complet', hi: 'पूरी धुलाई' },
    note: { en: '₹599 · inside and outside', fr: '599 ₹ · intérieur et extérieur', hi: '₹599 · अंदर और बाहर' },
    synonyms: { en: 'full, complete, complete wash, everything, inside and outside, in and out', fr: 'complet, tout, intérieur et extérieur, la totale', hi: 'पूरी, पूरा, सब कुछ, अंदर बाहर, अंदर और बाहर, puri dhulai, poori dhulai, full' },
  },
  wax: {
    label: { en: 'Wax and polish', fr: 'Cire et lustrage', hi: 'वैक्स और पॉलिश' },
    note: { en: '₹899 · 1 hour', fr: '899 ₹ · 1 heure', hi: '₹899 · 1 घंटा' },
    synonyms: { en: 'wax, polish, shine', fr: 'cire, lustrage, polish, brillance', hi: 'वैक्स, पॉलिश, चमक, wax, polish' },
  },
  engine: {
    label: { en: 'Engine cleaning', fr: 'Nettoyage moteur', hi: 'इंजन की सफाई' },
    note: { en: '₹499 · 30 minutes', fr: '499 ₹ · 30 minutes', hi: '₹499 · 30 मिनट' },
    synonyms: { en: 'engine, motor, engine bay', fr: 'moteur, compartiment moteur', hi: 'इंजन, engine, injan, engine ki safai' },
  },
};

const yesWords: Spoken = {
  en: 'yes, yeah, yep, yup, sure, ok, okay, correct, right, fine, good, please do, go ahead, confirm',
  fr: 'oui, ouais, ok, d’accord, parfait, c’est bon, volontiers, bien sûr, confirmer, vas-y',
  hi: 'हाँ, हां जी, जी, जी हाँ, ठीक, ठीक है, सही, बिल्कुल, पक्का, haan, han, ha ji, haan ji, ji, ji haan, theek hai, thik hai, sahi',
};
const noWords: Spoken = {
  en: 'no, nope, nah, no thanks, no thank you, not now, cancel, stop',
  fr: 'non, nan, non merci, pas maintenant, annuler, laisse tomber',
  hi: 'नहीं, ना, जी नहीं, अभी नहीं, नहीं चाहिए, रद्द, रहने दो, nahi, nahin, nahi chahiye, abhi nahi, na',
};

/** What the car wash says, by what it is said for. */
export const said = {
  hello: {
    en: 'Hello! Welcome to Sparkle Car Wash. I can book your car in, in a minute.',
    fr: 'Bonjour ! Bienvenue chez Sparkle Car Wash. Je réserve votre lavage en une minute.',
    hi: 'नमस्ते! स्पार्कल कार वॉश में आपका स्वागत है। मैं एक मिनट में आपकी गाड़ी की बुकिंग कर सकता हूँ।',
  },
  service: { en: 'Which service would you like?', fr: 'Quel service souhaitez-vous ?', hi: 'आपको कौन-सी सेवा चाहिए?' },
  serviceAgain: {
    en: 'I did not recognise that service. Tap one of these, or write its name or number.',
    fr: 'Je n’ai pas reconnu ce service. Touchez une option, ou écrivez son nom ou son numéro.',
    hi: 'मैं यह सेवा पहचान नहीं पाया। नीचे में से एक चुनिए, या उसका नाम या नंबर लिखिए।',
  },
  when: {
    en: 'When would you like to come? We are open Monday to Saturday, 9 am to 6 pm.',
    fr: 'Quand souhaitez-vous venir ? Nous sommes ouverts du lundi au samedi, de 9 h à 18 h.',
    hi: 'आप कब आना चाहेंगे? हम सोमवार से शनिवार, सुबह 9 से शाम 6 बजे तक खुले हैं।',
  },
  whenAgain: {
    en: 'I could not find that day or time in the calendar. Please write it like “tomorrow at half past three” or “24 November, 10:00”.',
    fr: 'Je ne trouve pas ce jour ou cette heure dans le calendrier. Écrivez par exemple « demain à 15h30 » ou « le 24 novembre à 10h ».',
    hi: 'मुझे कैलेंडर में यह दिन या समय नहीं मिला। कृपया ऐसे लिखिए: “कल साढ़े तीन बजे” या “24 नवंबर, 10:00”।',
  },
  past: { en: 'That day is over: {{wanted.date}}. Please choose a day from today on.', fr: 'Ce jour est passé : {{wanted.date}}. Choisissez un jour à partir d’aujourd’hui.', hi: 'वह दिन बीत चुका है: {{wanted.date}}। कृपया आज या उसके बाद का दिन चुनिए।' },
  sunday: { en: '{{wanted.date}}: we are closed on Sundays.', fr: '{{wanted.date}} : nous sommes fermés le dimanche.', hi: '{{wanted.date}}: रविवार को हम बंद रहते हैं।' },
  far: {
    en: '{{wanted.date}} is too far away: we take bookings up to 60 days ahead.',
    fr: '{{wanted.date}}, c’est trop loin : nous prenons les réservations jusqu’à 60 jours à l’avance.',
    hi: '{{wanted.date}} बहुत दूर है: हम 60 दिन आगे तक की ही बुकिंग लेते हैं।',
  },
  time: { en: 'At what time on {{visitDay}}?', fr: 'À quelle heure, {{visitDay}} ?', hi: '{{visitDay}} को कितने बजे?' },
  timeAgain: {
    en: 'Please write a time between 9:00 am and 5:30 pm, like “half past ten” or “15:30”.',
    fr: 'Écrivez une heure entre 9h00 et 17h30, par exemple « dix heures et demie » ou « 15h30 ».',
    hi: 'कृपया सुबह 9:00 से शाम 5:30 के बीच का समय लिखिए, जैसे “साढ़े दस बजे” या “15:30”।',
  },
  closed: { en: 'We are closed then. The first wash is at 9:00 am, the last at 5:30 pm.', fr: 'Nous sommes fermés à cette heure-là. Premier lavage à 9h00, dernier à 17h30.', hi: 'उस समय हम बंद रहते हैं। पहली धुलाई सुबह 9:00 बजे और आख़िरी शाम 5:30 बजे होती है।' },
  over: { en: 'That time is already over today.', fr: 'Cette heure est déjà passée aujourd’hui.', hi: 'आज वह समय निकल चुका है।' },
  fullDay: { en: '{{visitDay}} is fully booked. Please choose another day.', fr: '{{visitDay}} : tout est complet. Choisissez un autre jour.', hi: '{{visitDay}} की सारी बुकिंग भर चुकी है। कृपया कोई और दिन चुनिए।' },
  taken: {
    en: 'Sorry, {{visitTime}} on {{visitDay}} is taken. The nearest free times: {{free}}. Which time shall I take?',
    fr: 'Désolé, {{visitTime}} est déjà pris {{visitDay}}. Les heures libres les plus proches : {{free}}. Laquelle vous convient ?',
    hi: 'माफ़ कीजिए, {{visitDay}} को {{visitTime}} का समय भर चुका है। सबसे पास के खाली समय: {{free}}। कौन-सा समय रखूँ?',
  },
  anotherDay: { en: 'Another day', fr: 'Un autre jour', hi: 'कोई और दिन' },
  confirm: {
    en: 'Shall I book this?\n{{service}}, {{visitDay}} at {{visitTime}}',
    fr: 'Je réserve ?\n{{service}}, {{visitDay}} à {{visitTime}}',
    hi: 'क्या मैं यह बुक कर दूँ?\n{{service}}, {{visitDay}}, {{visitTime}}',
  },
  yes: { en: 'Yes', fr: 'Oui', hi: 'हाँ' },
  yesWords,
  otherTime: { en: 'Another time', fr: 'Une autre heure', hi: 'दूसरा समय' },
  otherTimeWords: { en: 'change, change time, other time, different time', fr: 'changer, autre heure, changer l’heure', hi: 'बदलो, बदलना, समय बदलो, badlo, dusra samay' },
  no: { en: 'No', fr: 'Non', hi: 'नहीं' },
  noWords,
  yesOrNo: { en: 'Please tap or write “yes” or “no”.', fr: 'Touchez ou écrivez « oui » ou « non ».', hi: 'कृपया “हाँ” या “नहीं” चुनिए या लिखिए।' },
  booked: {
    en: 'Done! {{service}}, {{visitDay}} at {{visitTime}}. See you then.',
    fr: 'C’est fait ! {{service}}, {{visitDay}} à {{visitTime}}. À bientôt.',
    hi: 'हो गया! {{service}}, {{visitDay}}, {{visitTime}}। तब मिलते हैं।',
  },
  more: { en: 'Anything else I can do for you?', fr: 'Puis-je faire autre chose pour vous ?', hi: 'क्या मैं आपके लिए और कुछ कर सकता हूँ?' },
  bye: { en: 'Thank you, and have a sparkling day!', fr: 'Merci, et bonne journée étincelante !', hi: 'धन्यवाद, आपका दिन चमकदार रहे!' },
} satisfies Record<string, Spoken>;

/** What holds for the whole conversation. */
export const settingsSaid = {
  errorText: { en: 'Sorry, something went wrong. Please write again in a moment.', fr: 'Désolé, un problème est survenu. Veuillez réécrire dans un instant.', hi: 'माफ़ कीजिए, कुछ गड़बड़ हो गई। कृपया थोड़ी देर में फिर लिखें।' },
  unreadableText: { en: 'Sorry, I did not understand that.', fr: 'Désolé, je n’ai pas compris.', hi: 'माफ़ कीजिए, मैं समझ नहीं पाया।' },
  waitingText: { en: 'One moment, please.', fr: 'Un instant, s’il vous plaît.', hi: 'कृपया एक पल रुकिए।' },
  restart: { en: 'restart, start over', fr: 'recommencer, redémarrer', hi: 'फिर से शुरू करें, दोबारा शुरू, shuru se' },
  language: { en: 'language, change language', fr: 'langue, changer de langue', hi: 'भाषा, भाषा बदलें, bhasha' },
} satisfies Record<string, Spoken>;
