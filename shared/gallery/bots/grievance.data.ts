import type { BotDrawing } from '../drawing.ts';
import { yesNo } from '../words.data.ts';

const text = { kind: 'text' } as const;
const languages = ['en', 'hi'] as const;
const { yes, no } = yesNo(languages);
const kind = (order: number, code: string, en: string, hi: string, enWords: string, hiWords: string) => ({ label: { en, hi }, synonyms: { en: enWords, hi: hiWords }, code, order });
const field = (order: number, name: string) => ({ field: name, value: name, order });

/** Takes a complaint to the municipality with place and photo, gives it a number, and tells how an earlier one stands. */
export const grievance: BotDrawing = {
  languages,
  channels: ['web', 'whatsapp', 'telegram'],
  colour: '#7a1f2b',
  zone: 'Asia/Kolkata',
  variables: {
    kind: text, about: text, place: { type: { kind: 'object', fields: { latitude: { kind: 'number' }, longitude: { kind: 'number' }, label: text } }, initial: { latitude: 0, longitude: 0, label: '' } }, photo: { kind: 'file' },
    phone: { type: text, personal: true }, ticket: text, record: { kind: 'object', fields: { key: text, kind: text, state: text } },
  },
  nodes: {
    start: { type: 'start', to: { next: 'what' } },
    what: {
      type: 'choice', title: 'New or known?', to: { file: 'kind', ask: 'ticket' },
      data: {
        body: { en: 'Welcome to the ward office. What would you like to do?', hi: 'वार्ड कार्यालय में आपका स्वागत है। आप क्या करना चाहते हैं?' },
        options: {
          file: { label: { en: 'Report a problem', hi: 'शिकायत दर्ज करें' }, synonyms: { en: 'report, complain, complaint, new', hi: 'शिकायत, नई, shikayat' }, order: 1 },
          ask: { label: { en: 'Ask about a report', hi: 'शिकायत की स्थिति' }, synonyms: { en: 'status, track, number', hi: 'स्थिति, नंबर, sthiti' }, order: 2 },
        },
      },
    },
    kind: {
      type: 'choice', title: 'Kind of problem', to: { water: 'about', road: 'about', light: 'about', waste: 'about' },
      data: {
        body: { en: 'What is it about?', hi: 'यह किस बारे में है?' }, save: 'kind', saves: 'code',
        options: {
          water: kind(1, 'water', 'Water', 'पानी', 'tap, leak, sewage, drain', 'नल, लीक, सीवर, pani'), road: kind(2, 'road', 'Road', 'सड़क', 'street, pothole, hole', 'गड्ढा, sadak'),
          light: kind(3, 'light', 'Street light', 'स्ट्रीट लाइट', 'lamp, dark, light', 'बत्ती, अंधेरा, light'), waste: kind(4, 'waste', 'Waste', 'कचरा', 'garbage, rubbish, bin', 'कूड़ा, गंदगी, kachra'),
        },
      },
    },
    about: { type: 'ask', title: 'What happened?', to: { answered: 'place' }, data: { question: { en: 'Please describe the problem in a few words.', hi: 'कृपया समस्या को कुछ शब्दों में बताइए।' }, save: 'about', minLength: 5, maxLength: 1000 } },
    place: {
      type: 'ask', title: 'Place', to: { answered: 'photo', skipped: 'photo' },
      data: { question: { en: 'Please share the place, so that the team finds it.', hi: 'कृपया जगह साझा कीजिए, ताकि टीम वहाँ पहुँच सके।' }, expects: 'location', save: 'place', skip: { en: 'Skip', hi: 'छोड़ें' }, retryText: { en: 'Please use the paper clip to share a location, or skip this.', hi: 'कृपया क्लिप से जगह साझा कीजिए, या इसे छोड़ दीजिए।' } },
    },
    photo: {
      type: 'ask', title: 'Photo', to: { answered: 'phone', skipped: 'phone' },
      data: { question: { en: 'Can you send a photo?', hi: 'क्या आप एक फ़ोटो भेज सकते हैं?' }, expects: 'media', files: { image: true, video: false, audio: false, document: false }, save: 'photo', skip: { en: 'No photo', hi: 'फ़ोटो नहीं' } },
    },
    phone: { type: 'ask', title: 'Phone', to: { answered: 'sure' }, data: { question: { en: 'At which number can the team reach you?', hi: 'टीम आपसे किस नंबर पर संपर्क कर सकती है?' }, expects: 'phone', save: 'phone', retryText: { en: 'Please write all ten digits, such as +91 98765 43210.', hi: 'कृपया पूरे दस अंक लिखिए, जैसे +91 98765 43210।' } } },
    sure: { type: 'choice', title: 'All right?', to: { yes: 'number', no: 'kind' }, data: { body: { en: 'You report: {{ about }} Shall I send it?', hi: 'आपकी शिकायत: {{ about }} क्या मैं इसे भेज दूँ?' }, options: { yes, no } } },
    number: { type: 'assign', title: 'Give it a number', to: { next: 'keep' }, data: { assignments: { ticket: { variable: 'ticket', value: 'upper(substring(kind, 0, 1)) + string(random(100000, 999999))', order: 1 } } } },
    keep: {
      type: 'record', title: 'Keep the report', to: { added: 'kept', exists: 'sure' },
      data: { does: 'add', collection: 'reports', key: 'ticket', fields: { kind: field(1, 'kind'), about: field(2, 'about'), place: field(3, 'place'), phone: field(4, 'phone'), photo: { field: 'hasPhoto', value: 'isSet(photo)', order: 6 }, state: { field: 'state', value: '"received"', order: 5 } } },
    },
    kept: { type: 'end', title: 'Number told', data: { text: { en: 'Thank you. Your report has the number {{ ticket }}. The team looks at it within three days.', hi: 'धन्यवाद। आपकी शिकायत का नंबर {{ ticket }} है। टीम तीन दिन में इसे देखेगी।' } } },
    ticket: { type: 'ask', title: 'Which number?', to: { answered: 'find' }, data: { question: { en: 'Which number did we give you?', hi: 'हमने आपको कौन सा नंबर दिया था?' }, pattern: '[A-Za-z][0-9]{6}', save: 'ticket', retryText: { en: 'A number looks like W123456.', hi: 'नंबर W123456 जैसा होता है।' } } },
    find: { type: 'record', title: 'Find the report', to: { found: 'stands', none: 'unknown' }, data: { does: 'find', collection: 'reports', where: { key: { field: 'key', value: 'upper(ticket)', order: 1 } }, save: 'record' } },
    stands: {
      type: 'condition', title: 'How does it stand?', to: { solved: 'solved', otherwise: 'open' },
      data: { branches: { solved: { label: 'Solved', when: 'record.state == "solved"', order: 1 } } },
    },
    solved: { type: 'end', title: 'Solved', data: { text: { en: 'Report {{ upper(ticket) }} is solved. If it is not, please report it again.', hi: 'शिकायत {{ upper(ticket) }} का समाधान हो गया है। यदि नहीं, तो कृपया फिर से दर्ज करें।' } } },
    open: { type: 'end', title: 'Under way', data: { text: { en: 'The team is working on report {{ upper(ticket) }}.', hi: 'टीम शिकायत {{ upper(ticket) }} पर काम कर रही है।' } } },
    unknown: { type: 'message', title: 'Unknown number', to: { next: 'what' }, data: { text: { en: 'There is no report with the number {{ upper(ticket) }}.', hi: '{{ upper(ticket) }} नंबर की कोई शिकायत नहीं है।' } } },
  },
};
