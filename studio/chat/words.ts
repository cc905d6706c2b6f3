/** The page's own few words, in one language. */
export interface Words {
  write: string;
  send: string;
  menu: string;
  startOver: string;
  language: string;
  close: string;
  offline: string;
  notSent: string;
  again: string;
  remove: string;
  today: string;
  yesterday: string;
  working: string;
  assistant: string;
  madeWith: string;
  choose: string;
  newMessages: string;
  missing: string;
  paused: string;
  failed: string;
}

const en: Words = {
  write: 'Write a message', send: 'Send', menu: 'Menu', startOver: 'Start over', language: 'Language', close: 'Close',
  offline: 'No connection. What you write is kept and sent when it is back.', notSent: 'Not sent', again: 'Send again', remove: 'Remove',
  today: 'Today', yesterday: 'Yesterday', working: 'Writing', assistant: 'An automatic assistant.', madeWith: 'Made with', choose: 'Choose', newMessages: 'New messages',
  missing: 'There is no chat at this address.', paused: 'This chat is paused. What you write is kept.', failed: 'The chat could not be loaded. Trying again.',
};

const all: Record<string, Words> = {
  en,
  fr: {
    write: 'Écrire un message', send: 'Envoyer', menu: 'Menu', startOver: 'Recommencer', language: 'Langue', close: 'Fermer',
    offline: 'Pas de connexion. Vos messages sont gardés et partiront à son retour.', notSent: 'Non envoyé', again: 'Renvoyer', remove: 'Retirer',
    today: 'Aujourd’hui', yesterday: 'Hier', working: 'Écrit', assistant: 'Un assistant automatique.', madeWith: 'Fait avec', choose: 'Choisir', newMessages: 'Nouveaux messages',
    missing: 'Il n’y a pas de chat à cette adresse.', paused: 'Ce chat est en pause. Vos messages sont gardés.', failed: 'Le chat n’a pas pu être chargé. Nouvel essai.',
  },
  hi: {
    write: 'संदेश लिखें', send: 'भेजें', menu: 'मेनू', startOver: 'फिर से शुरू करें', language: 'भाषा', close: 'बंद करें',
    offline: 'कनेक्शन नहीं है। आपका लिखा रखा गया है और कनेक्शन लौटने पर भेजा जाएगा।', notSent: 'नहीं भेजा गया', again: 'फिर भेजें', remove: 'हटाएँ',
    today: 'आज', yesterday: 'कल', working: 'लिख रहा है', assistant: 'एक स्वचालित सहायक।', madeWith: 'बनाया गया', choose: 'चुनें', newMessages: 'नए संदेश',
    missing: 'इस पते पर कोई चैट नहीं है।', paused: 'यह चैट रुकी हुई है। आपका लिखा रखा जाता है।', failed: 'चैट लोड नहीं हो सकी। फिर कोशिश हो रही है।',
  },
  de: {
    write: 'Nachricht schreiben', send: 'Senden', menu: 'Menü', startOver: 'Von vorn beginnen', language: 'Sprache', close: 'Schließen',
    offline: 'Keine Verbindung. Was du schreibst, bleibt erhalten und wird danach gesendet.', notSent: 'Nicht gesendet', again: 'Erneut senden', remove: 'Entfernen',
    today: 'Heute', yesterday: 'Gestern', working: 'Schreibt', assistant: 'Ein automatischer Assistent.', madeWith: 'Erstellt mit', choose: 'Auswählen', newMessages: 'Neue Nachrichten',
    missing: 'Unter dieser Adresse gibt es keinen Chat.', paused: 'Dieser Chat pausiert. Was du schreibst, bleibt erhalten.', failed: 'Der Chat konnte nicht geladen werden. Neuer Versuch.',
  },
  es: {
    write: 'Escribe un mensaje', send: 'Enviar', menu: 'Menú', startOver: 'Empezar de nuevo', language: 'Idioma', close: 'Cerrar',
    offline: 'Sin conexión. Lo que escribes se guarda y se enviará cuando vuelva.', notSent: 'No enviado', again: 'Enviar de nuevo', remove: 'Quitar',
    today: 'Hoy', yesterday: 'Ayer', working: 'Escribiendo', assistant: 'Un asistente automático.', madeWith: 'Hecho con', choose: 'Elegir', newMessages: 'Mensajes nuevos',
    missing: 'No hay ningún chat en esta dirección.', paused: 'Este chat está en pausa. Lo que escribes se guarda.', failed: 'No se pudo cargar el chat. Se intenta otra vez.',
  },
  ar: {
    write: 'اكتب رسالة', send: 'إرسال', menu: 'القائمة', startOver: 'البدء من جديد', language: 'اللغة', close: 'إغلاق',
    offline: 'لا يوجد اتصال. ما تكتبه محفوظ وسيُرسل عند عودته.', notSent: 'لم تُرسل', again: 'إعادة الإرسال', remove: 'إزالة',
    today: 'اليوم', yesterday: 'أمس', working: 'يكتب', assistant: 'مساعد آلي.', madeWith: 'صُنع باستخدام', choose: 'اختر', newMessages: 'رسائل جديدة',
    missing: 'لا توجد محادثة في هذا العنوان.', paused: 'هذه المحادثة متوقفة مؤقتًا. ما تكتبه محفوظ.', failed: 'تعذر تحميل المحادثة. تجري المحاولة مرة أخرى.',
  },
};

/** The page's words for a language tag; English where the page has none. */
export const wordsFor = (language: string): Words => all[language.split('-')[0] ?? 'en'] ?? en;

const rightToLeft = new Set(['ar', 'he', 'fa', 'ur', 'ps', 'sd', 'yi', 'dv', 'ckb']);

/** Direction of a language's script. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr');
