import type { Golden } from '../nodes/golden.ts';

type Drawn = Pick<Golden, 'flow' | 'subflows'>;

const text = { kind: 'text' } as const;
const texts = { kind: 'list', of: text } as const;

/** A bakery takes an order: a form, a loop over what was chosen, a price from another flow, a list to choose from, a request and files. */
const bakery: Drawn = {
  flow: {
    languages: ['en', 'fr'],
    settings: { channels: ['web', 'whatsapp', 'telegram'], silenceAfter: 'PT24H', zone: 'Europe/Paris', errorText: 'Something went wrong.', unreadableText: 'I did not get that.', waitingText: 'One moment.' },
    variables: {
      breads: { type: texts }, bread: 'text', place: 'number', cost: 'number', total: { type: { kind: 'number' }, initial: 0 }, name: { type: text, personal: true }, gift: 'boolean', note: 'text',
      shops: { type: texts, initial: ['North', 'South', 'Old town'] }, shop: 'text', ready: 'text', status: 'number',
    },
    nodes: {
      start: 'start',
      card: { message: { kind: 'image', media: { id: 'card', mime: 'image/jpeg', name: 'breads.jpg', bytes: 180_000 }, text: 'All our breads' } },
      order: { form: {
        body: 'What may we bake for you?', submit: 'Order', cancel: 'Not today', skip: 'Skip', yes: 'Yes', no: 'No', timeout: 'PT2H', tries: 3,
        fields: {
          who: { label: 'Your name', kind: 'text', save: 'name', maxLength: 80, order: 1 },
          what: { label: 'Which breads?', kind: 'choices', options: { rye: { label: 'Rye', order: 1 }, oat: { label: 'Oat', order: 2 }, nut: { label: 'Walnut', order: 3 } }, save: 'breads', required: false, order: 2 },
          present: { label: 'Is it a present?', kind: 'yesNo', save: 'gift', name: 'present', order: 3 },
          words: { label: 'What shall the card say?', kind: 'longText', save: 'note', onlyIf: 'present == yes', required: false, note: 'At most three lines', order: 4 },
        },
      } },
      each: { loop: { list: 'breads', item: 'bread', index: 'place' } },
      price: { subflow: { flow: 'priceOf', args: { loaf: { value: 'bread' }, wrapped: { value: 'gift' } }, results: { euros: { variable: 'cost' } } } },
      add: { assign: { assignments: { a: { variable: 'total', value: 'total + cost', order: 1 } } } },
      where: { choice: { header: 'Your order', body: 'That is {{total}} euros, {{name}}. Where will you fetch it?', footer: 'Open from 6:00', from: 'list', list: 'shops.filter(s, size(breads) > 0)', save: 'shop', tries: 2 } },
      ask: { http: { url: 'https://api.bakery.example/shops/{{shop}}/ready', query: { n: { name: 'loaves', value: '{{size(breads)}}', order: 1 } }, headers: { h: { name: 'X-Order', value: '{{name}}', order: 1 } }, saves: { a: { path: ['time'], save: 'ready', order: 1 } }, answers: { closed: { statuses: '404', order: 1 } }, status: 'status', seconds: 5, retries: 1 } },
      note: { record: { does: 'add', collection: 'orders', key: 'name + " " + shop', fields: { s: { field: 'shop', value: 'shop', order: 1 }, t: { field: 'total', value: 'total', order: 2 } } } },
      present: { condition: { branches: { g: { label: 'A present', when: 'gift && note != ""', order: 1 } } } },
      wrapped: { message: { text: 'We write on the card: {{note}}' } },
      bye: { end: { text: 'Ready at {{ready}} in {{shop}}.' } },
      soon: { end: { text: 'We call you when it is ready.' } },
      shut: { end: { text: 'That shop is closed (answer {{status}}).' } },
      another: { end: { text: 'Another time.' } },
      lost: { end: { text: 'Please call us.' } },
      twice: { end: { text: 'You have ordered there already.' } },
    },
    edges: [
      'start -> card', 'card -> order', 'order.filled -> each', 'order.cancelled -> another', 'order.invalid -> lost', 'order.noAnswer -> another', 'each.each -> price', 'price.done -> add', 'price.failed -> lost', 'add -> each', 'each.done -> where',
      'where.chosen -> ask', 'where.none -> lost', 'where.invalid -> lost', 'ask.ok -> note', 'ask.closed -> shut', 'ask.clientError -> soon', 'ask.serverError -> soon', 'ask.timeout -> soon', 'ask.failed -> soon',
      'note.added -> present', 'note.exists -> twice', 'present.g -> wrapped', 'present.otherwise -> bye', 'wrapped -> bye',
    ],
    translations: { fr: {
      'card/text': 'Tous nos pains', 'order/body': 'Que pouvons-nous cuire pour vous ?', 'order/submit': 'Commander', 'order/cancel': 'Pas ce jour', 'order/skip': 'Passer', 'order/yes': 'Oui', 'order/no': 'Non', 'order/fields.who.label': 'Votre nom',
      'order/fields.what.label': 'Quels pains ?', 'order/fields.what.options.rye.label': 'Seigle', 'order/fields.what.options.oat.label': 'Avoine', 'order/fields.what.options.nut.label': 'Noix', 'order/fields.present.label': 'Est-ce un cadeau ?',
      'order/fields.words.label': 'Que dira la carte ?', 'order/fields.words.note': 'Trois lignes au plus', 'where/header': 'Votre commande', 'where/body': 'Cela fait {{total}} euros, {{name}}. Où viendrez-vous le chercher ?', 'where/footer': 'Ouvert dès 6 h',
      'wrapped/text': 'Nous écrivons sur la carte : {{note}}', 'bye/text': 'Prêt à {{ready}} à {{shop}}.', 'soon/text': 'Nous vous appelons dès que c’est prêt.', 'shut/text': 'Ce magasin est fermé (réponse {{status}}).', 'another/text': 'Une autre fois.', 'lost/text': 'Appelez-nous.', 'twice/text': 'Vous y avez déjà commandé.',
      'settings/errorText': 'Une erreur est survenue.', 'settings/unreadableText': 'Je n’ai pas compris.', 'settings/waitingText': 'Un instant.',
    } },
  },
  subflows: { priceOf: {
    languages: ['en', 'fr'], settings: { channels: [], zone: 'Europe/Paris', errorText: '', unreadableText: '', waitingText: '' },
    variables: { loaf: { type: text, direction: 'in' }, wrapped: { type: { kind: 'boolean' }, direction: 'in' }, euros: { type: { kind: 'number' }, direction: 'out' } },
    nodes: {
      start: 'start', dear: { condition: { branches: { n: { label: 'Wrapped or with nuts', when: 'wrapped || loaf == "Walnut"', order: 1 } } } },
      five: { assign: { assignments: { a: { variable: 'euros', value: '5', order: 1 } } } }, four: { assign: { assignments: { a: { variable: 'euros', value: '4', order: 1 } } } }, ok: 'end',
    },
    edges: ['start -> dear', 'dear.n -> five', 'dear.otherwise -> four', 'five -> ok', 'four -> ok'],
  } },
};

/** A house's help desk: what is wrong is told apart, told to others, waited for; a person calls back; a model writes the last word. */
const helpDesk: Drawn = {
  flow: {
    languages: ['en'],
    settings: { channels: ['web', 'whatsapp', 'telegram'], silenceAfter: 'PT12H', zone: 'Asia/Kolkata', errorText: 'Something went wrong.', unreadableText: 'I did not get that.', waitingText: 'One moment.' },
    variables: { wish: 'text', topic: { type: text, initial: 'the house' }, sure: 'number', flat: { type: text, initial: 'unknown' }, link: 'text', day: { type: { kind: 'date' } }, reply: 'text', more: 'text', said: 'text', days: 'number', urgent: { type: { kind: 'boolean' }, initial: false } },
    nodes: {
      start: 'start',
      ask: { ask: { question: 'What is wrong?', save: 'wish', retryText: 'Please describe it in words.' } },
      sort: { classify: { text: 'wish', options: { water: { label: 'Water', description: 'Pipes, taps, leaks', synonyms: 'leak, tap', order: 1 }, power: { label: 'Power', description: 'Light, sockets', examples: 'the light is off', order: 2 } }, save: 'topic', confidence: 'sure' } },
      who: { subflow: { flow: 'flatOf', args: { topic: { value: 'topic' } }, results: { flat: { variable: 'flat' } } } },
      plan: { message: { kind: 'document', media: { id: 'plan', mime: 'application/pdf', name: 'fuses.pdf', bytes: 400_000 }, text: 'Where the fuses are' } },
      test: { split: { branches: { old: { label: 'Call', weight: 1, order: 1 }, fresh: { label: 'Link', weight: 1, order: 2 } } } },
      note: { message: { text: 'Somebody will ring at flat {{flat}} about {{topic}}.', header: 'Noted', footer: 'The house' } },
      pause: { wait: { duration: 'PT20M', save: 'more', meanwhile: 'interrupt' } },
      back: { callback: { text: 'The caretaker answers here: {{link}}', inputs: { a: { name: 'flat', value: 'flat', order: 1 } }, codes: { fixed: { code: 'fixed', label: 'Done', order: 1 }, later: { code: 'later', label: 'Later', order: 2 } }, outputs: { d: { name: 'day', type: { kind: 'date' }, required: false, save: 'day', order: 1 } }, address: 'link', timeout: 'P1D', waitingText: 'The caretaker knows.' } },
      count: { code: { code: 'export default function (input) {\n  return input.words.length;\n}\n', inputs: { a: { name: 'words', value: 'wish', order: 1 } }, output: { kind: 'number' }, save: 'days' } },
      long: { condition: { branches: { u: { label: 'Long', when: 'days > 40 || urgent', order: 1 } } } },
      think: { model: { instructions: 'Write one kind sentence about {{wish}}.', save: 'reply', fallback: 'Thank you for telling us.' } },
      rate: { choice: { body: 'Was that quick?', options: { yes: { label: 'Yes', note: 'It was', order: 1 }, no: { label: 'No', note: 'It was not', order: 2 }, why: { label: 'Tell us more', order: 3 } }, save: 'said' } },
      which: { choice: { body: 'What can be better?', several: true, options: { a: { label: 'Faster', order: 1 }, b: { label: 'Friendlier', order: 2 }, c: { label: 'Cheaper', order: 3 } } } },
      fixed: { end: { text: 'Good to hear. {{reply}}' } },
      planned: { end: { text: 'See you on {{day}}.' } },
      human: { end: { text: 'Please call the office.' } },
    },
    edges: [
      'start -> ask', 'ask.answered -> sort', 'sort.water -> who', 'sort.power -> plan', 'sort.unsure -> count', 'plan -> who', 'who.done -> test', 'who.failed -> human', 'test.old -> note', 'test.fresh -> back', 'note -> pause', 'pause.next -> rate', 'pause.interrupted -> rate',
      'back.fixed -> think', 'back.later -> planned', 'back.timeout -> human', 'back.failed -> human', 'think.done -> fixed', 'think.failed -> human', 'think.unknown -> human', 'count.done -> long', 'count.failed -> human', 'long.u -> human', 'long.otherwise -> who',
      'rate.yes -> think', 'rate.no -> which', 'rate.why -> which', 'which.chosen -> think',
    ],
  },
  subflows: { flatOf: {
    languages: ['en'], settings: { channels: [], zone: 'UTC', errorText: '', unreadableText: '', waitingText: '' },
    variables: { topic: { type: text, direction: 'in' }, flat: { type: text, direction: 'out' } },
    nodes: { start: 'start', q: { ask: { question: 'In which flat is it ({{topic}})?', expects: 'text', save: 'flat', timeout: 'PT1H' } }, ok: 'end', off: 'end' },
    edges: ['start -> q', 'q.answered -> ok', 'q.noAnswer -> off'],
  } },
};

/** Bots with the node types that demo and gallery have none of. */
export const drawnBots: Readonly<Record<string, Drawn>> = { bakery, helpDesk };
