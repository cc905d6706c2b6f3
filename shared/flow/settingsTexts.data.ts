import type { FlowSettings } from './document.ts';

/** What a fresh flow says in its author's language until the author words it; English where a language is not listed. */
export type SettingsTexts = Pick<FlowSettings, 'errorText' | 'unreadableText' | 'waitingText'> & { restart: string };

export const settingsTexts: Readonly<Record<string, SettingsTexts>> = {
  en: {
    errorText: 'Sorry, something went wrong. Please write again in a moment.',
    unreadableText: 'Sorry, I cannot read this. Please answer with a text message.',
    waitingText: 'One moment, please.',
    restart: 'restart, start over',
  },
  fr: {
    errorText: 'Désolé, un problème est survenu. Veuillez réécrire dans un instant.',
    unreadableText: 'Désolé, je ne peux pas lire cela. Veuillez répondre par un message texte.',
    waitingText: 'Un instant, s’il vous plaît.',
    restart: 'recommencer, redémarrer',
  },
  hi: {
    errorText: 'माफ़ कीजिए, कुछ गड़बड़ हो गई। कृपया थोड़ी देर में फिर लिखें।',
    unreadableText: 'माफ़ कीजिए, मैं इसे पढ़ नहीं सकता। कृपया टेक्स्ट संदेश में उत्तर दें।',
    waitingText: 'कृपया एक पल रुकिए।',
    restart: 'फिर से शुरू करें, दोबारा शुरू',
  },
  es: {
    errorText: 'Lo siento, algo ha fallado. Vuelva a escribir en un momento.',
    unreadableText: 'Lo siento, no puedo leer esto. Responda con un mensaje de texto.',
    waitingText: 'Un momento, por favor.',
    restart: 'reiniciar, empezar de nuevo',
  },
  pt: {
    errorText: 'Desculpe, algo deu errado. Escreva de novo daqui a pouco.',
    unreadableText: 'Desculpe, não consigo ler isto. Responda com uma mensagem de texto.',
    waitingText: 'Um momento, por favor.',
    restart: 'reiniciar, começar de novo',
  },
  de: {
    errorText: 'Entschuldigung, etwas ist schiefgegangen. Bitte schreiben Sie gleich noch einmal.',
    unreadableText: 'Entschuldigung, das kann ich nicht lesen. Bitte antworten Sie mit einer Textnachricht.',
    waitingText: 'Einen Moment, bitte.',
    restart: 'neu starten, von vorn',
  },
};
