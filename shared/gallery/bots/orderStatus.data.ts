import type { BotDrawing } from '../drawing.ts';
import { yesNo } from '../words.data.ts';

const text = { kind: 'text' } as const;
const languages = ['en', 'es'] as const;
const { yes, no } = yesNo(languages);
const again = { next: 'more' };

/** Looks an order up in the shop's system and says where it is; a number nobody knows and a system that is away have words of their own. */
export const orderStatus: BotDrawing = {
  languages,
  channels: ['web', 'whatsapp', 'telegram'],
  colour: '#8a4b00',
  zone: 'Europe/Madrid',
  variables: { number: text, state: text, carrier: { type: text, initial: '' } },
  nodes: {
    start: { type: 'start', to: { next: 'number' } },
    number: {
      type: 'ask', title: 'Order number', to: { answered: 'look' },
      data: {
        question: { en: 'Which order is it about? The number stands in your confirmation, such as AB-123456.', es: '¿De qué pedido se trata? El número está en su confirmación, por ejemplo AB-123456.' },
        pattern: '[A-Za-z]{2}-?[0-9]{6}', save: 'number', retryText: { en: 'An order number has two letters and six digits, such as AB-123456.', es: 'Un número de pedido tiene dos letras y seis cifras, por ejemplo AB-123456.' },
      },
    },
    look: {
      type: 'http', title: 'Ask the shop', to: { ok: 'which', missing: 'unknown', clientError: 'away', serverError: 'away', timeout: 'away', failed: 'away' },
      data: {
        url: 'https://shop.example.org/api/orders/{{ upper(number) }}', answers: { missing: { statuses: '404', order: 1 } },
        saves: { state: { path: ['status'], save: 'state', order: 1 }, carrier: { path: ['carrier'], save: 'carrier', optional: true, order: 2 } },
      },
    },
    which: {
      type: 'condition', title: 'Where is it?', to: { delivered: 'delivered', shipped: 'shipped', otherwise: 'packing' },
      data: { branches: { delivered: { label: 'Delivered', when: 'state == "delivered"', order: 1 }, shipped: { label: 'On its way', when: 'state == "shipped"', order: 2 } } },
    },
    delivered: { type: 'message', title: 'Delivered', to: again, data: { text: { en: 'Order {{ upper(number) }} has been delivered. If it is not with you, please ask your neighbours first.', es: 'El pedido {{ upper(number) }} se ha entregado. Si no lo tiene, pregunte primero a sus vecinos.' } } },
    shipped: {
      type: 'message', title: 'On its way', to: again,
      data: { text: { en: 'Order {{ upper(number) }} is on its way{{ carrier == "" ? "" : " with " + carrier }} and usually arrives within two days.', es: 'El pedido {{ upper(number) }} está en camino{{ carrier == "" ? "" : " con " + carrier }} y suele llegar en dos días.' } },
    },
    packing: { type: 'message', title: 'Being packed', to: again, data: { text: { en: 'Order {{ upper(number) }} is being packed. We write to you as soon as it leaves.', es: 'Estamos preparando el pedido {{ upper(number) }}. Le escribiremos en cuanto salga.' } } },
    unknown: { type: 'message', title: 'Unknown number', to: { next: 'number' }, data: { text: { en: 'The shop does not know the number {{ upper(number) }}. Please look at it once more.', es: 'La tienda no conoce el número {{ upper(number) }}. Compruébelo otra vez.' } } },
    away: { type: 'message', title: 'Shop cannot be reached', to: again, data: { text: { en: 'The shop’s system does not answer at the moment. Please try again in a few minutes, or write to help@example.org.', es: 'El sistema de la tienda no responde ahora mismo. Inténtelo en unos minutos o escriba a help@example.org.' } } },
    more: { type: 'choice', title: 'Another order?', to: { yes: 'number', no: 'bye' }, data: { body: { en: 'Shall I look up another order?', es: '¿Busco otro pedido?' }, options: { yes, no } } },
    bye: { type: 'end', title: 'Goodbye', data: { text: { en: 'Thank you for shopping with us.', es: 'Gracias por comprar con nosotros.' } } },
  },
};
