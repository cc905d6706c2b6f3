import type { BotDrawing } from '../drawing.ts';

const text = { kind: 'text' } as const;

/** Asks people who look at a product what they need and how to reach them, once per address. */
export const leadCapture: BotDrawing = {
  languages: ['en', 'es'],
  channels: ['web', 'whatsapp', 'telegram'],
  colour: '#2f6f4f',
  zone: 'Europe/Madrid',
  variables: { building: text, name: { type: text, personal: true }, email: { type: text, personal: true }, phone: { type: text, initial: '', personal: true }, moment: { type: text, initial: '' } },
  nodes: {
    start: { type: 'start', to: { next: 'hello' } },
    hello: {
      type: 'message', title: 'Greeting', to: { next: 'building' },
      data: { text: { en: 'Hello! I collect a few details so that our solar team can send you an offer. It takes a minute.', es: '¡Hola! Recojo unos datos para que nuestro equipo solar le envíe una oferta. Lleva un minuto.' } },
    },
    building: {
      type: 'choice', title: 'What is it for?', to: { home: 'details', business: 'details', looking: 'brochure' },
      data: {
        body: { en: 'What would you like to equip?', es: '¿Qué desea equipar?' }, save: 'building', saves: 'code',
        options: {
          home: { label: { en: 'My home', es: 'Mi casa' }, synonyms: { en: 'house, home, flat', es: 'casa, hogar, piso, vivienda' }, code: 'home', order: 1 },
          business: { label: { en: 'My business', es: 'Mi empresa' }, synonyms: { en: 'company, shop, office, farm', es: 'empresa, negocio, tienda, oficina' }, code: 'business', order: 2 },
          looking: { label: { en: 'Just looking', es: 'Solo miro' }, synonyms: { en: 'looking, nothing, not sure', es: 'mirando, nada, no sé' }, code: 'looking', order: 3 },
        },
      },
    },
    brochure: {
      type: 'end', title: 'Brochure',
      data: { text: { en: 'No problem. Prices and examples are at https://example.org/solar. Write again whenever you like.', es: 'Sin problema. Precios y ejemplos en https://example.org/solar. Escriba de nuevo cuando quiera.' } },
    },
    details: {
      type: 'form', title: 'How to reach them', to: { filled: 'keep', cancelled: 'brochure' },
      data: {
        body: { en: 'How can our solar team reach you?', es: '¿Cómo puede contactarle nuestro equipo solar?' }, submit: { en: 'Send', es: 'Enviar' }, cancel: { en: 'Rather not', es: 'Mejor no' },
        skip: { en: 'Skip', es: 'Omitir' }, yes: { en: 'Yes', es: 'Sí' }, no: { en: 'No', es: 'No' },
        fields: {
          name: { label: { en: 'Name', es: 'Nombre' }, kind: 'text', maxLength: 80, save: 'name', order: 1 },
          email: { label: { en: 'E-mail address', es: 'Correo electrónico' }, kind: 'email', save: 'email', errorText: { en: 'That does not look like an e-mail address. It is something like anna@example.org.', es: 'Eso no parece un correo. Es algo como ana@example.org.' }, order: 2 },
          phone: { label: { en: 'Phone, if you would rather talk', es: 'Teléfono, si prefiere hablar' }, kind: 'phone', required: false, name: 'phone', save: 'phone', errorText: { en: 'Please write it with the country code, such as +34 600 123 456.', es: 'Escríbalo con el prefijo, por ejemplo +34 600 123 456.' }, order: 3 },
          moment: {
            label: { en: 'Best time to call', es: 'Mejor momento para llamar' }, kind: 'choice', onlyIf: 'phone', save: 'moment', order: 4,
            options: {
              morning: { label: { en: 'Morning', es: 'Mañana' }, code: 'morning', order: 1 }, afternoon: { label: { en: 'Afternoon', es: 'Tarde' }, code: 'afternoon', order: 2 }, evening: { label: { en: 'Evening', es: 'Noche' }, code: 'evening', order: 3 },
            },
          },
        },
      },
    },
    keep: {
      type: 'record', title: 'Keep the lead', to: { added: 'thanks', exists: 'known' },
      data: {
        does: 'add', collection: 'leads', key: 'lower(email)',
        fields: {
          name: { field: 'name', value: 'name', order: 1 }, building: { field: 'building', value: 'building', order: 2 }, phone: { field: 'phone', value: 'phone', order: 3 },
          moment: { field: 'moment', value: 'moment', order: 4 }, language: { field: 'language', value: 'language()', order: 5 },
        },
      },
    },
    known: { type: 'end', title: 'Known already', data: { text: { en: 'We have your request already, {{ name }}, and will be in touch soon.', es: 'Ya tenemos su solicitud, {{ name }}; le escribiremos pronto.' } } },
    thanks: { type: 'end', title: 'Thanks', data: { text: { en: 'Thank you, {{ name }}! You will hear from us at {{ email }} within two working days.', es: '¡Gracias, {{ name }}! Le escribiremos a {{ email }} en dos días laborables.' } } },
  },
};
