import type { HowMany } from '@parley/shared/messages/howMany';

/** The page's own few words, in one language. */
export interface Words {
  write: string;
  send: string;
  menu: string;
  startOver: string;
  language: string;
  stop: string;
  online: string;
  connecting: string;
  offline: string;
  offlineNotice: string;
  notSent: string;
  again: string;
  remove: string;
  today: string;
  yesterday: string;
  working: string;
  assistant: string;
  madeWith: string;
  newMessages: string;
  missing: string;
  paused: string;
  pausedNotice: string;
  unpublished: string;
  failed: string;
  addFile: string;
  files: string;
  uploading: string;
  dropHere: string;
  record: string;
  recording: string;
  cancel: string;
  noMicrophone: string;
  /** `{most}` = the number of megabytes. */
  tooLarge: string;
  tooManyFiles: string;
  notTaken: string;
  notUploaded: string;
  sound: string;
  film: string;
  required: string;
  optional: string;
  /** Who made a text that no author wrote. */
  byModel: string;
  byStandIn: string;
  /** How many options may be ticked; `{least}` and `{most}` are numbers. */
  several: Readonly<Record<HowMany['says'], string>>;
}

const en: Words = {
  write: 'Write a message', send: 'Send', stop: 'Stop', online: 'Online', connecting: 'Connecting', offline: 'No connection', paused: 'Paused', unpublished: 'This chat is not open yet.', menu: 'Menu', startOver: 'Start over', language: 'Language',
  offlineNotice: 'No connection. What you write is kept and sent when it is back.', notSent: 'Not sent', again: 'Send again', remove: 'Remove',
  today: 'Today', yesterday: 'Yesterday', working: 'Writing', assistant: 'An automatic assistant.', madeWith: 'Made with', newMessages: 'New messages',
  missing: 'There is no chat at this address.', pausedNotice: 'This chat is paused. What you write is kept.', failed: 'The chat could not be loaded. Trying again.',
  addFile: 'Add a file', files: 'Files to send', uploading: 'Uploading', dropHere: 'Drop files here', record: 'Record a voice message', recording: 'Recording', cancel: 'Cancel', noMicrophone: 'The microphone cannot be used. Allow it in the browser.',
  tooLarge: 'Larger than {most} MB.', tooManyFiles: 'Too many files at once. Send the next one later.', notTaken: 'A file like this is not taken.', notUploaded: 'Not uploaded. Check the connection.', sound: 'Sound', film: 'Film', required: 'Please fill this in.', optional: '(optional)', byModel: 'Written by AI', byStandIn: 'Stand-in answer, no model is set up',
  several: { any: 'Choose one or more.', exactly: 'Choose {least}.', upTo: 'Choose up to {most}.', atLeast: 'Choose at least {least}.', between: 'Choose {least} to {most}.' },
};

const all: Record<string, Words> = {
  en,
  fr: {
    write: 'Écrire un message', send: 'Envoyer', stop: 'Arrêter', online: 'En ligne', connecting: 'Connexion', offline: 'Pas de connexion', paused: 'En pause', unpublished: 'Ce chat n’est pas encore ouvert.', menu: 'Menu', startOver: 'Recommencer', language: 'Langue',
    offlineNotice: 'Pas de connexion. Vos messages sont gardés et partiront à son retour.', notSent: 'Non envoyé', again: 'Renvoyer', remove: 'Retirer',
    today: 'Aujourd’hui', yesterday: 'Hier', working: 'Écrit', assistant: 'Un assistant automatique.', madeWith: 'Fait avec', newMessages: 'Nouveaux messages',
    missing: 'Il n’y a pas de chat à cette adresse.', pausedNotice: 'Ce chat est en pause. Vos messages sont gardés.', failed: 'Le chat n’a pas pu être chargé. Nouvel essai.',
    addFile: 'Ajouter un fichier', files: 'Fichiers à envoyer', uploading: 'Envoi de', dropHere: 'Déposez les fichiers ici', record: 'Enregistrer un message vocal', recording: 'Enregistrement', cancel: 'Annuler', noMicrophone: 'Le micro ne peut pas être utilisé. Autorisez-le dans le navigateur.',
    tooLarge: 'Plus de {most} Mo.', tooManyFiles: 'Trop de fichiers à la fois. Envoyez le prochain plus tard.', notTaken: 'Un fichier de ce genre n’est pas accepté.', notUploaded: 'Non envoyé. Vérifiez la connexion.', sound: 'Son', film: 'Film', required: 'À remplir.', optional: '(facultatif)', byModel: 'Écrit par une IA', byStandIn: 'Réponse de remplacement, aucun modèle n’est installé',
    several: { any: 'Choisissez une ou plusieurs réponses.', exactly: 'Choisissez-en {least}.', upTo: 'Choisissez-en {most} au plus.', atLeast: 'Choisissez-en au moins {least}.', between: 'Choisissez-en de {least} à {most}.' },
  },
  hi: {
    write: 'संदेश लिखें', send: 'भेजें', stop: 'रोकें', online: 'ऑनलाइन', connecting: 'जुड़ रहा है', offline: 'कनेक्शन नहीं है', paused: 'रुका हुआ', unpublished: 'यह चैट अभी खुली नहीं है।', menu: 'मेनू', startOver: 'फिर से शुरू करें', language: 'भाषा',
    offlineNotice: 'कनेक्शन नहीं है। आपका लिखा रखा गया है और कनेक्शन लौटने पर भेजा जाएगा।', notSent: 'नहीं भेजा गया', again: 'फिर भेजें', remove: 'हटाएँ',
    today: 'आज', yesterday: 'कल', working: 'लिख रहा है', assistant: 'एक स्वचालित सहायक।', madeWith: 'बनाया गया', newMessages: 'नए संदेश',
    missing: 'इस पते पर कोई चैट नहीं है।', pausedNotice: 'यह चैट रुकी हुई है। आपका लिखा रखा जाता है।', failed: 'चैट लोड नहीं हो सकी। फिर कोशिश हो रही है।',
    addFile: 'फ़ाइल जोड़ें', files: 'भेजी जाने वाली फ़ाइलें', uploading: 'अपलोड हो रहा है', dropHere: 'फ़ाइलें यहाँ छोड़ें', record: 'आवाज़ का संदेश रिकॉर्ड करें', recording: 'रिकॉर्डिंग', cancel: 'रद्द करें', noMicrophone: 'माइक्रोफ़ोन काम नहीं कर रहा। ब्राउज़र में अनुमति दें।',
    tooLarge: '{most} MB से बड़ी।', tooManyFiles: 'एक साथ बहुत सारी फ़ाइलें। अगली बाद में भेजें।', notTaken: 'ऐसी फ़ाइल नहीं ली जाती।', notUploaded: 'अपलोड नहीं हुई। कनेक्शन जाँचें।', sound: 'आवाज़', film: 'वीडियो', required: 'कृपया यह भरें।', optional: '(ज़रूरी नहीं)', byModel: 'एआई ने लिखा', byStandIn: 'काम चलाऊ जवाब, कोई मॉडल नहीं जोड़ा गया',
    several: { any: 'एक या अधिक चुनें।', exactly: '{least} चुनें।', upTo: 'अधिक से अधिक {most} चुनें।', atLeast: 'कम से कम {least} चुनें।', between: '{least} से {most} तक चुनें।' },
  },
  de: {
    write: 'Nachricht schreiben', send: 'Senden', stop: 'Anhalten', online: 'Online', connecting: 'Verbindet', offline: 'Keine Verbindung', paused: 'Pausiert', unpublished: 'Dieser Chat ist noch nicht offen.', menu: 'Menü', startOver: 'Von vorn beginnen', language: 'Sprache',
    offlineNotice: 'Keine Verbindung. Was du schreibst, bleibt erhalten und wird danach gesendet.', notSent: 'Nicht gesendet', again: 'Erneut senden', remove: 'Entfernen',
    today: 'Heute', yesterday: 'Gestern', working: 'Schreibt', assistant: 'Ein automatischer Assistent.', madeWith: 'Erstellt mit', newMessages: 'Neue Nachrichten',
    missing: 'Unter dieser Adresse gibt es keinen Chat.', pausedNotice: 'Dieser Chat pausiert. Was du schreibst, bleibt erhalten.', failed: 'Der Chat konnte nicht geladen werden. Neuer Versuch.',
    addFile: 'Datei hinzufügen', files: 'Dateien zum Senden', uploading: 'Wird hochgeladen:', dropHere: 'Dateien hier ablegen', record: 'Sprachnachricht aufnehmen', recording: 'Aufnahme', cancel: 'Abbrechen', noMicrophone: 'Das Mikrofon kann nicht benutzt werden. Erlaube es im Browser.',
    tooLarge: 'Größer als {most} MB.', tooManyFiles: 'Zu viele Dateien auf einmal. Sende die nächste später.', notTaken: 'So eine Datei wird nicht angenommen.', notUploaded: 'Nicht hochgeladen. Prüfe die Verbindung.', sound: 'Ton', film: 'Film', required: 'Bitte ausfüllen.', optional: '(freiwillig)', byModel: 'Von KI geschrieben', byStandIn: 'Ersatzantwort, kein Modell eingerichtet',
    several: { any: 'Wähle eine oder mehrere Antworten.', exactly: 'Wähle {least} aus.', upTo: 'Wähle höchstens {most} aus.', atLeast: 'Wähle mindestens {least} aus.', between: 'Wähle {least} bis {most} aus.' },
  },
  es: {
    write: 'Escribe un mensaje', send: 'Enviar', stop: 'Parar', online: 'En línea', connecting: 'Conectando', offline: 'Sin conexión', paused: 'En pausa', unpublished: 'Este chat todavía no está abierto.', menu: 'Menú', startOver: 'Empezar de nuevo', language: 'Idioma',
    offlineNotice: 'Sin conexión. Lo que escribes se guarda y se enviará cuando vuelva.', notSent: 'No enviado', again: 'Enviar de nuevo', remove: 'Quitar',
    today: 'Hoy', yesterday: 'Ayer', working: 'Escribiendo', assistant: 'Un asistente automático.', madeWith: 'Hecho con', newMessages: 'Mensajes nuevos',
    missing: 'No hay ningún chat en esta dirección.', pausedNotice: 'Este chat está en pausa. Lo que escribes se guarda.', failed: 'No se pudo cargar el chat. Se intenta otra vez.',
    addFile: 'Añadir un archivo', files: 'Archivos para enviar', uploading: 'Subiendo', dropHere: 'Suelta los archivos aquí', record: 'Grabar un mensaje de voz', recording: 'Grabando', cancel: 'Cancelar', noMicrophone: 'No se puede usar el micrófono. Permítelo en el navegador.',
    tooLarge: 'Más de {most} MB.', tooManyFiles: 'Demasiados archivos a la vez. Envía el siguiente más tarde.', notTaken: 'No se acepta un archivo así.', notUploaded: 'No se ha subido. Revisa la conexión.', sound: 'Sonido', film: 'Vídeo', required: 'Rellena este campo.', optional: '(opcional)', byModel: 'Escrito por IA', byStandIn: 'Respuesta provisional, no hay ningún modelo configurado',
    several: { any: 'Elige una o más.', exactly: 'Elige {least}.', upTo: 'Elige {most} como máximo.', atLeast: 'Elige al menos {least}.', between: 'Elige entre {least} y {most}.' },
  },
  ar: {
    write: 'اكتب رسالة', send: 'إرسال', stop: 'إيقاف', online: 'متصل', connecting: 'جارٍ الاتصال', offline: 'لا يوجد اتصال', paused: 'متوقفة مؤقتًا', unpublished: 'هذه المحادثة لم تُفتح بعد.', menu: 'القائمة', startOver: 'البدء من جديد', language: 'اللغة',
    offlineNotice: 'لا يوجد اتصال. ما تكتبه محفوظ وسيُرسل عند عودته.', notSent: 'لم تُرسل', again: 'إعادة الإرسال', remove: 'إزالة',
    today: 'اليوم', yesterday: 'أمس', working: 'يكتب', assistant: 'مساعد آلي.', madeWith: 'صُنع باستخدام', newMessages: 'رسائل جديدة',
    missing: 'لا توجد محادثة في هذا العنوان.', pausedNotice: 'هذه المحادثة متوقفة مؤقتًا. ما تكتبه محفوظ.', failed: 'تعذر تحميل المحادثة. تجري المحاولة مرة أخرى.',
    addFile: 'إضافة ملف', files: 'ملفات للإرسال', uploading: 'جارٍ رفع', dropHere: 'أفلت الملفات هنا', record: 'تسجيل رسالة صوتية', recording: 'جارٍ التسجيل', cancel: 'إلغاء', noMicrophone: 'لا يمكن استخدام الميكروفون. اسمح به في المتصفح.',
    tooLarge: 'أكبر من {most} ميغابايت.', tooManyFiles: 'ملفات كثيرة دفعة واحدة. أرسل التالي لاحقًا.', notTaken: 'لا يُقبل ملف كهذا.', notUploaded: 'لم يُرفع. تحقق من الاتصال.', sound: 'صوت', film: 'فيديو', required: 'يرجى ملء هذا الحقل.', optional: '(اختياري)', byModel: 'كتبه الذكاء الاصطناعي', byStandIn: 'إجابة بديلة، لا يوجد نموذج مُعد',
    several: { any: 'اختر واحدًا أو أكثر.', exactly: 'عدد الخيارات المطلوبة: {least}.', upTo: 'اختر {most} على الأكثر.', atLeast: 'اختر {least} على الأقل.', between: 'اختر من {least} إلى {most}.' },
  },
};

/** The page's words for a language tag; English where the page has none. */
export const wordsFor = (language: string): Words => all[language.split('-')[0] ?? 'en'] ?? en;

const rightToLeft = new Set(['ar', 'he', 'fa', 'ur', 'ps', 'sd', 'yi', 'dv', 'ckb']);

/** Direction of a language's script. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr');
