import type { BotDrawing } from '../drawing.ts';
import { paymentLink } from '../plugins.ts';

const text = { kind: 'text' } as const;
const amount = (order: number, euros: number) => ({ label: { en: `€ ${euros}`, pt: `${euros} €` }, synonyms: { en: `${euros} euros`, pt: `${euros} euros` }, order });
const set = (value: string) => ({ assignments: { amount: { variable: 'amount', value, order: 1 } } });

/** Takes a donation by a link that another system calls back from: paid, declined, or nobody came in time. */
export const payment: BotDrawing = {
  languages: ['en', 'pt'],
  channels: ['web', 'whatsapp', 'telegram'],
  colour: '#b3123d',
  zone: 'Europe/Lisbon',
  variables: { amount: { kind: 'number' }, name: { type: text, personal: true }, link: text, receipt: text },
  nodes: {
    start: { type: 'start', to: { next: 'amount' } },
    amount: {
      type: 'choice', title: 'How much?', to: { ten: 'isTen', twenty: 'isTwenty', fifty: 'isFifty', own: 'own' },
      data: {
        body: { en: 'Thank you for helping the sea rescue. How much would you like to give?', pt: 'Obrigado por ajudar o salvamento marítimo. Quanto gostaria de doar?' },
        options: {
          ten: amount(1, 10), twenty: amount(2, 20), fifty: amount(3, 50),
          own: { label: { en: 'Another amount', pt: 'Outro valor' }, synonyms: { en: 'other, more, less', pt: 'outro, mais, menos' }, order: 4 },
        },
      },
    },
    isTen: { type: 'assign', title: '10', to: { next: 'name' }, data: set('10') },
    isTwenty: { type: 'assign', title: '20', to: { next: 'name' }, data: set('20') },
    isFifty: { type: 'assign', title: '50', to: { next: 'name' }, data: set('50') },
    own: {
      type: 'ask', title: 'Own amount', to: { answered: 'name' },
      data: { question: { en: 'How many euros?', pt: 'Quantos euros?' }, expects: 'number', min: 1, max: 10_000, save: 'amount', retryText: { en: 'An amount from 1 to 10,000, please.', pt: 'Um valor de 1 a 10 000, por favor.' } },
    },
    name: { type: 'ask', title: 'Name for the receipt', to: { answered: 'pay' }, data: { question: { en: 'In which name shall we write the receipt?', pt: 'Em que nome passamos o recibo?' }, save: 'name', minLength: 2, maxLength: 80 } },
    pay: {
      type: 'plugin', title: 'Payment', to: { paid: 'thanks', declined: 'declined', timeout: 'tooLate' },
      data: {
        plugin: { ...paymentLink, codes: { paid: { ...paymentLink.codes['paid'], label: { en: 'Paid', pt: 'Pago' } }, declined: { ...paymentLink.codes['declined'], label: { en: 'Declined', pt: 'Recusado' } } } }, kind: 'callback', inputs: { amount: { value: 'amount' }, payer: { value: 'name' } }, results: { link: { variable: 'link' }, receipt: { variable: 'receipt' } }, timeout: 'P1D',
        text: { en: 'Please pay € {{ amount }} here, within a day: {{ link }}', pt: 'Pague {{ amount }} € aqui, no prazo de um dia: {{ link }}' },
        waitingText: { en: 'I am waiting for the payment. The link is above.', pt: 'Estou à espera do pagamento. A ligação está acima.' },
      },
    },
    thanks: { type: 'end', title: 'Paid', data: { text: { en: 'Thank you, {{ name }}! Your € {{ amount }} have arrived{{ receipt == "" ? "" : ", receipt " + receipt }}.', pt: 'Obrigado, {{ name }}! Os seus {{ amount }} € chegaram{{ receipt == "" ? "" : ", recibo " + receipt }}.' } } },
    declined: { type: 'message', title: 'Declined', to: { next: 'amount' }, data: { text: { en: 'The payment did not go through, and nothing was taken. Would you like to try again?', pt: 'O pagamento não foi aceite e nada foi cobrado. Quer tentar de novo?' } } },
    tooLate: { type: 'end', title: 'Nobody paid', data: { text: { en: 'The link is no longer valid. Write again whenever you like.', pt: 'A ligação já não é válida. Escreva de novo quando quiser.' } } },
  },
};
