import type { BotDrawing, Spoken } from '../drawing.ts';
import { yesNo } from '../words.data.ts';

const languages = ['en', 'fr'] as const;
const { yes, no } = yesNo(languages);

interface Question {
  title: string;
  body: Spoken;
  options: Record<string, Spoken>;
  right: string;
  because: Spoken;
}

const questions: Record<string, Question> = {
  tap: {
    title: 'Water', right: 'shower', body: { en: 'Which uses the least water?', fr: 'Qu’est-ce qui consomme le moins d’eau ?' },
    options: { bath: { en: 'A full bath', fr: 'Un bain plein' }, shower: { en: 'A short shower', fr: 'Une douche rapide' }, hose: { en: 'Ten minutes of hose', fr: 'Dix minutes de jet' } },
    because: { en: 'A five-minute shower takes about 50 litres, a bath 150.', fr: 'Une douche de cinq minutes prend environ 50 litres, un bain 150.' },
  },
  heat: {
    title: 'Heating', right: 'degree', body: { en: 'How much heating energy does one degree less save?', fr: 'Combien d’énergie économise-t-on en chauffant un degré de moins ?' },
    options: { none: { en: 'Hardly any', fr: 'Presque rien' }, degree: { en: 'About 7 %', fr: 'Environ 7 %' }, half: { en: 'Half of it', fr: 'La moitié' } },
    because: { en: 'As a rule of thumb each degree less saves 7 %.', fr: 'En règle générale, chaque degré de moins économise 7 %.' },
  },
  bulb: {
    title: 'Light', right: 'led', body: { en: 'Which lamp lasts longest?', fr: 'Quelle lampe dure le plus longtemps ?' },
    options: { led: { en: 'LED', fr: 'LED' }, halogen: { en: 'Halogen', fr: 'Halogène' }, bulb: { en: 'Light bulb', fr: 'Ampoule' } },
    because: { en: 'An LED shines for 15,000 hours and more.', fr: 'Une LED éclaire plus de 15 000 heures.' },
  },
};
const ids = Object.keys(questions);

/** The nodes of one question: asked, counted when right, explained. */
function nodesOf([id, { title, body, options, right, because }]: [string, Question], at: number): [string, BotDrawing['nodes'][string]][] {
  const next = ids[at + 1] ?? 'result';
  return [
    [id, {
      type: 'choice', title, to: Object.fromEntries(Object.keys(options).map((option) => [option, option === right ? `${id}Right` : `${id}Wrong`])),
      data: { body, options: Object.fromEntries(Object.entries(options).map(([option, label], order) => [option, { label, order: order + 1 }])) },
    }],
    [`${id}Right`, { type: 'assign', title: `${title}: a point`, to: { next: `${id}Praise` }, data: { assignments: { points: { variable: 'points', value: 'points + 1', order: 1 } } } }],
    [`${id}Praise`, { type: 'message', title: `${title}: right`, to: { next }, data: { text: { en: `Right! ${because['en']}`, fr: `Exact ! ${because['fr']}` } } }],
    [`${id}Wrong`, { type: 'message', title: `${title}: not quite`, to: { next }, data: { text: { en: `Not quite. ${because['en']}`, fr: `Pas tout à fait. ${because['fr']}` } } }],
  ];
}

/** Three questions with an explanation each, points and a result. */
export const quiz: BotDrawing = {
  languages,
  channels: ['web', 'whatsapp', 'telegram'],
  colour: '#596a0b',
  zone: 'Europe/Paris',
  variables: { points: { type: { kind: 'number' }, initial: 0 } },
  nodes: {
    start: { type: 'start', to: { next: 'hello' } },
    hello: { type: 'message', title: 'Welcome', to: { next: 'begin' }, data: { text: { en: 'Three questions about saving energy at home.', fr: 'Trois questions sur les économies d’énergie à la maison.' } } },
    begin: { type: 'assign', title: 'No points yet', to: { next: 'tap' }, data: { assignments: { points: { variable: 'points', value: '0', order: 1 } } } },
    ...Object.fromEntries(Object.entries(questions).flatMap(nodesOf)),
    result: {
      type: 'condition', title: 'How many points?', to: { all: 'master', some: 'good', otherwise: 'none' },
      data: { branches: { all: { label: 'All', when: 'points == 3', order: 1 }, some: { label: 'Some', when: 'points > 0', order: 2 } } },
    },
    master: { type: 'message', title: 'All right', to: { next: 'again' }, data: { text: { en: 'Three out of three: you could teach this.', fr: 'Trois sur trois : vous pourriez l’enseigner.' } } },
    good: { type: 'message', title: 'Some right', to: { next: 'again' }, data: { text: { en: 'You got {{ points }} of 3.', fr: 'Vous avez {{ points }} bonnes réponses sur 3.' } } },
    none: { type: 'message', title: 'None right', to: { next: 'again' }, data: { text: { en: 'None this time, but now you know the answers.', fr: 'Aucune cette fois, mais vous connaissez maintenant les réponses.' } } },
    again: { type: 'choice', title: 'Again?', to: { yes: 'begin', no: 'bye' }, data: { body: { en: 'Play again?', fr: 'Rejouer ?' }, options: { yes, no } } },
    bye: { type: 'end', title: 'Goodbye', data: { text: { en: 'Thank you for playing!', fr: 'Merci d’avoir joué !' } } },
  },
};
