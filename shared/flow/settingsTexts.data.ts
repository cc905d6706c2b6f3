import type { FlowSettings } from './document.ts';

/**
 * What a fresh flow says in its author's language until the author words it; English where a language is not listed. After
 * `unreadableText` the question comes again, so it names no kind of answer.
 */
export type SettingsTexts = Pick<FlowSettings, 'errorText' | 'unreadableText' | 'waitingText'> & {
  /** Words of the usual shortcuts. */
  restart: string;
  menu: string;
  language: string;
};

export const settingsTexts: Readonly<Record<string, SettingsTexts>> = {
  en: {
    errorText: 'Sorry, something went wrong. Please write again in a moment.',
    unreadableText: 'Sorry, I did not understand that.',
    waitingText: 'One moment, please.',
    restart: 'restart, start over',
    menu: 'menu, help',
    language: 'language, change language',
  },
  fr: {
    errorText: 'Désolé, un problème est survenu. Veuillez réécrire dans un instant.',
    unreadableText: 'Désolé, je n’ai pas compris.',
    waitingText: 'Un instant, s’il vous plaît.',
    restart: 'recommencer, redémarrer',
    menu: 'menu, aide',
    language: 'langue, changer de langue',
  },
  hi: {
    errorText: 'माफ़ कीजिए, कुछ गड़बड़ हो गई। कृपया थोड़ी देर में फिर लिखें।',
    unreadableText: 'माफ़ कीजिए, मैं समझ नहीं पाया।',
    waitingText: 'कृपया एक पल रुकिए।',
    restart: 'फिर से शुरू करें, दोबारा शुरू',
    menu: 'मेन्यू, मदद',
    language: 'भाषा, भाषा बदलें',
  },
  es: {
    errorText: 'Lo siento, algo ha fallado. Vuelva a escribir en un momento.',
    unreadableText: 'Lo siento, no lo he entendido.',
    waitingText: 'Un momento, por favor.',
    restart: 'reiniciar, empezar de nuevo',
    menu: 'menú, ayuda',
    language: 'idioma, cambiar idioma',
  },
  pt: {
    errorText: 'Desculpe, algo deu errado. Escreva de novo daqui a pouco.',
    unreadableText: 'Desculpe, não entendi.',
    waitingText: 'Um momento, por favor.',
    restart: 'reiniciar, começar de novo',
    menu: 'menu, ajuda',
    language: 'idioma, mudar idioma',
  },
  de: {
    errorText: 'Entschuldigung, etwas ist schiefgegangen. Bitte schreiben Sie gleich noch einmal.',
    unreadableText: 'Entschuldigung, das habe ich nicht verstanden.',
    waitingText: 'Einen Moment, bitte.',
    restart: 'neu starten, von vorn',
    menu: 'Menü, Hilfe',
    language: 'Sprache, Sprache wechseln',
  },
  ar: {
    errorText: 'عذرا، حدث خطأ ما. يرجى الكتابة مرة أخرى بعد قليل.',
    unreadableText: 'عذرا، لم أفهم ذلك.',
    waitingText: 'لحظة من فضلكم.',
    restart: 'ابدأ من جديد, إعادة',
    menu: 'القائمة, مساعدة',
    language: 'اللغة, تغيير اللغة',
  },
};
