import type { BotDrawing } from '../drawing.ts';
import { yesNo } from '../words.data.ts';

const text = { kind: 'text' } as const;
const languages = ['en', 'de'] as const;
const { yes, no } = yesNo(languages);
const why = (title: string, en: string, de: string) => ({ type: 'ask', title, to: { answered: 'mayCall', skipped: 'keep' }, data: { question: { en, de }, save: 'reason', skip: { en: 'Rather not say', de: 'Lieber nicht' }, maxLength: 1000 } });

/** Asks how likely people are to recommend a service, and then what fits their answer. */
export const survey: BotDrawing = {
  languages,
  channels: ['web', 'whatsapp', 'telegram'],
  colour: '#93358b',
  zone: 'Europe/Berlin',
  variables: { score: { kind: 'number' }, group: text, reason: { type: text, initial: '' }, phone: { type: text, initial: '', personal: true } },
  nodes: {
    start: { type: 'start', to: { next: 'score' } },
    score: {
      type: 'ask', title: 'How likely?', to: { answered: 'which' },
      data: {
        question: { en: 'Thank you for travelling with us. From 0 (not at all) to 10 (certainly): how likely are you to recommend us to a friend?', de: 'Danke, dass Sie mit uns gefahren sind. Von 0 (gar nicht) bis 10 (bestimmt): Wie wahrscheinlich empfehlen Sie uns weiter?' },
        expects: 'number', min: 0, max: 10, whole: true, save: 'score', retryText: { en: 'A whole number from 0 to 10, please.', de: 'Bitte eine ganze Zahl von 0 bis 10.' },
      },
    },
    which: {
      type: 'condition', title: 'Which group?', to: { promoter: 'isPromoter', passive: 'isPassive', otherwise: 'isDetractor' },
      data: { branches: { promoter: { label: '9 or 10', when: 'score >= 9', order: 1 }, passive: { label: '7 or 8', when: 'score >= 7', order: 2 } } },
    },
    isPromoter: { type: 'assign', title: 'Promoter', to: { next: 'liked' }, data: { assignments: { group: { variable: 'group', value: '"promoter"', order: 1 } } } },
    isPassive: { type: 'assign', title: 'Passive', to: { next: 'better' }, data: { assignments: { group: { variable: 'group', value: '"passive"', order: 1 } } } },
    isDetractor: { type: 'assign', title: 'Detractor', to: { next: 'wrong' }, data: { assignments: { group: { variable: 'group', value: '"detractor"', order: 1 } } } },
    liked: { ...why('What was good?', 'Wonderful! What did you like most?', 'Wunderbar! Was hat Ihnen am besten gefallen?'), to: { answered: 'keep', skipped: 'keep' } },
    better: { ...why('What would be better?', 'What would have made it a 10?', 'Was hätte es zu einer 10 gemacht?'), to: { answered: 'keep', skipped: 'keep' } },
    wrong: why('What went wrong?', 'We are sorry. What went wrong?', 'Das tut uns leid. Was ist schiefgegangen?'),
    mayCall: { type: 'choice', title: 'May we call?', to: { yes: 'phone', no: 'keep' }, data: { body: { en: 'May somebody from our team call you about it?', de: 'Darf jemand aus unserem Team Sie dazu anrufen?' }, options: { yes, no } } },
    phone: {
      type: 'ask', title: 'Phone', to: { answered: 'keep' },
      data: { question: { en: 'At which number?', de: 'Unter welcher Nummer?' }, expects: 'phone', save: 'phone', retryText: { en: 'Please write it with the country code, such as +49 30 123456.', de: 'Bitte mit Landesvorwahl, zum Beispiel +49 30 123456.' } },
    },
    keep: {
      type: 'record', title: 'Keep the answer', to: { added: 'bye', exists: 'bye' },
      data: {
        does: 'add', collection: 'answers', key: 'contactId() + " " + string(now())',
        fields: { score: { field: 'score', value: 'score', order: 1 }, group: { field: 'group', value: 'group', order: 2 }, reason: { field: 'reason', value: 'reason', order: 3 }, phone: { field: 'phone', value: 'phone', order: 4 } },
      },
    },
    bye: { type: 'end', title: 'Thanks', data: { text: { en: 'Thank you, this helps us.', de: 'Danke, das hilft uns.' } } },
  },
};
