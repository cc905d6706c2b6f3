import type { BotDrawing } from '../drawing.ts';
import { yesNo } from '../words.data.ts';

const text = { kind: 'text' } as const;
const languages = ['en', 'fr'] as const;
const { yes, no } = yesNo(languages);

/** Books a visit at a practice: a day, one of the times that are still free, and a reminder of what to bring. */
export const appointment: BotDrawing = {
  languages,
  channels: ['web', 'whatsapp', 'telegram'],
  colour: '#1d5fbb',
  zone: 'Europe/Paris',
  variables: {
    reason: text, visitDay: { kind: 'date' }, taken: { kind: 'list', of: { kind: 'object', fields: { key: text, time: { kind: 'time' } } } }, free: { kind: 'list', of: { kind: 'time' } },
    visitTime: { kind: 'time' }, name: { type: text, personal: true },
  },
  nodes: {
    start: { type: 'start', to: { next: 'reason' } },
    reason: {
      type: 'choice', title: 'Reason for the visit', to: { check: 'day', clean: 'day', pain: 'urgent' },
      data: {
        body: { en: 'Welcome to the dental practice. What brings you here?', fr: 'Bienvenue au cabinet dentaire. Quel est le motif de votre visite ?' }, save: 'reason', saves: 'code',
        options: {
          check: { label: { en: 'Check-up', fr: 'Contrôle' }, synonyms: { en: 'checkup, examination', fr: 'examen, visite de contrôle' }, code: 'check-up', order: 1 },
          clean: { label: { en: 'Cleaning', fr: 'Détartrage' }, synonyms: { en: 'clean, hygiene', fr: 'nettoyage' }, code: 'cleaning', order: 2 },
          pain: { label: { en: 'Pain', fr: 'Douleur' }, synonyms: { en: 'toothache, hurts, emergency', fr: 'mal aux dents, urgence' }, code: 'pain', order: 3 },
        },
      },
    },
    urgent: {
      type: 'choice', title: 'Pain: call or book', to: { yes: 'day', no: 'call' },
      data: { body: { en: 'With strong pain please call us at +33 1 23 45 67 89, we keep time free every morning. Would you rather book a visit here?', fr: 'En cas de forte douleur, appelez-nous au +33 1 23 45 67 89, nous gardons du temps chaque matin. Préférez-vous réserver ici ?' }, options: { yes, no } },
    },
    call: { type: 'end', title: 'Calls us', data: { text: { en: 'All right, we are waiting for your call. Get well soon.', fr: 'Très bien, nous attendons votre appel. Bon rétablissement.' } } },
    day: {
      type: 'ask', title: 'Day', to: { answered: 'weekend' },
      data: {
        question: { en: 'Which day suits you?', fr: 'Quel jour vous convient ?' }, expects: 'date', earliest: 'addDays(today(), 1)', latest: 'addDays(today(), 90)', save: 'visitDay',
        retryText: { en: 'Please name a day from tomorrow on, at most three months ahead, such as “next Tuesday” or “14 March”.', fr: 'Indiquez un jour à partir de demain et dans les trois mois, par exemple « mardi prochain » ou « le 14 mars ».' },
      },
    },
    weekend: { type: 'condition', title: 'Open that day?', to: { closed: 'closed', otherwise: 'booked' }, data: { branches: { closed: { label: 'Weekend', when: 'weekday(visitDay) >= 6', order: 1 } } } },
    closed: { type: 'message', title: 'Closed', to: { next: 'day' }, data: { text: { en: 'We are closed at weekends.', fr: 'Nous sommes fermés le week-end.' } } },
    booked: {
      type: 'record', title: 'Visits of that day', to: { found: 'times', none: 'times' },
      data: { does: 'find', collection: 'visits', where: { day: { field: 'day', value: 'string(visitDay)', order: 1 } }, save: 'taken' },
    },
    times: {
      type: 'assign', title: 'Free times', to: { next: 'anyLeft' },
      data: { assignments: { free: { variable: 'free', value: '[time("09:00"), time("10:30"), time("14:00"), time("15:30")].filter(t, !taken.exists(v, v.time == t))', order: 1 } } },
    },
    anyLeft: { type: 'condition', title: 'Any left?', to: { none: 'full', otherwise: 'time' }, data: { branches: { none: { label: 'Day is full', when: 'size(free) == 0', order: 1 } } } },
    full: { type: 'message', title: 'Day is full', to: { next: 'day' }, data: { text: { en: 'That day is full.', fr: 'Ce jour est complet.' } } },
    time: {
      type: 'ask', title: 'Time', to: { answered: 'isFree' },
      data: {
        question: { en: 'Free on {{ formatDate(visitDay) }}: {{ join(free.map(t, formatTime(t)), ", ") }}. Which one?', fr: 'Libre le {{ formatDate(visitDay) }} : {{ join(free.map(t, formatTime(t)), ", ") }}. Lequel ?' }, expects: 'time', save: 'visitTime',
        retryText: { en: 'Please write one of the times, such as 10:30.', fr: 'Écrivez l’une des heures, par exemple 10 h 30.' },
      },
    },
    isFree: { type: 'condition', title: 'Still free?', to: { free: 'name', otherwise: 'notFree' }, data: { branches: { free: { label: 'Free', when: 'visitTime in free', order: 1 } } } },
    notFree: { type: 'message', title: 'Not a free time', to: { next: 'time' }, data: { text: { en: 'That is not one of the free times.', fr: 'Ce n’est pas une des heures libres.' } } },
    name: { type: 'ask', title: 'Name', to: { answered: 'book' }, data: { question: { en: 'In which name?', fr: 'À quel nom ?' }, save: 'name', minLength: 2, maxLength: 80 } },
    book: {
      type: 'record', title: 'Book the visit', to: { added: 'done', exists: 'tooLate' },
      data: {
        does: 'add', collection: 'visits', key: 'string(visitDay) + " " + string(visitTime)',
        fields: { day: { field: 'day', value: 'visitDay', order: 1 }, time: { field: 'time', value: 'visitTime', order: 2 }, reason: { field: 'reason', value: 'reason', order: 3 }, name: { field: 'name', value: 'name', order: 4 } },
      },
    },
    tooLate: { type: 'message', title: 'Taken meanwhile', to: { next: 'booked' }, data: { text: { en: 'Somebody was faster. Let us look again.', fr: 'Quelqu’un a été plus rapide. Regardons à nouveau.' } } },
    done: { type: 'end', title: 'Booked', data: { text: { en: 'See you on {{ formatDate(visitDay) }} at {{ formatTime(visitTime) }}, {{ name }}. Please bring your insurance card.', fr: 'À bientôt, {{ name }} : le {{ formatDate(visitDay) }} à {{ formatTime(visitTime) }}. Merci d’apporter votre carte vitale.' } } },
  },
};
