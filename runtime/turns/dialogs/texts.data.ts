/** What the host says by itself, outside any flow. */
export interface DialogTexts {
  chooseLanguage: string;
  moreLanguages: string;
  startOver: string;
  yes: string;
  no: string;
  /** Other words for yes and no that people type. */
  yesWords: readonly string[];
  noWords: readonly string[];
  agree: string;
  decline: string;
  declined: string;
  /** After an answer to a question that is over. */
  past: string;
  /** After a voice message that nothing here can listen to. */
  unheard: string;
  /** When a turn was given up and the flow has no words for it. */
  failed: string;
}

/** By base language; English where a language is not listed. */
export const dialogTexts: Readonly<Record<string, DialogTexts>> = {
  en: {
    chooseLanguage: 'Which language do you want to use?', moreLanguages: 'More languages', startOver: 'Start over? What you have said so far is forgotten.',
    yes: 'Yes, start over', no: 'No, go on', yesWords: ['yes', 'y', 'ok', 'start over'], noWords: ['no', 'n', 'cancel', 'go on'],
    agree: 'I agree', decline: 'I do not agree', declined: 'All right. Nothing is kept. Write again if you change your mind.',
    past: 'That is past.', unheard: 'I cannot listen to voice messages. Type your answer.', failed: 'Something went wrong. Write again in a moment.',
  },
  fr: {
    chooseLanguage: 'Quelle langue voulez-vous utiliser ?', moreLanguages: 'Autres langues', startOver: 'Recommencer ? Ce que vous avez dit jusqu’ici sera oublié.',
    yes: 'Oui, recommencer', no: 'Non, continuer', yesWords: ['oui', 'ok', 'd’accord', 'recommencer'], noWords: ['non', 'annuler', 'continuer'],
    agree: 'J’accepte', decline: 'Je n’accepte pas', declined: 'Très bien. Rien n’est conservé. Écrivez de nouveau si vous changez d’avis.',
    past: 'C’est passé.', unheard: 'Je ne peux pas écouter les messages vocaux. Écrivez votre réponse.', failed: 'Un problème est survenu. Réécrivez dans un instant.',
  },
  hi: {
    chooseLanguage: 'आप कौन सी भाषा चाहते हैं?', moreLanguages: 'और भाषाएँ', startOver: 'फिर से शुरू करें? अब तक की बातें भुला दी जाएँगी।',
    yes: 'हाँ, फिर से शुरू करें', no: 'नहीं, जारी रखें', yesWords: ['हाँ', 'हां', 'जी', 'ठीक है'], noWords: ['नहीं', 'ना', 'जारी रखें'],
    agree: 'मैं सहमत हूँ', decline: 'मैं सहमत नहीं हूँ', declined: 'ठीक है। कुछ भी नहीं रखा गया। मन बदले तो फिर लिखें।',
    past: 'वह बीत चुका है।', unheard: 'मैं आवाज़ वाले संदेश नहीं सुन सकता। अपना उत्तर लिखें।', failed: 'कुछ गड़बड़ हो गई। थोड़ी देर में फिर लिखें।',
  },
  es: {
    chooseLanguage: '¿Qué idioma quiere usar?', moreLanguages: 'Más idiomas', startOver: '¿Empezar de nuevo? Lo dicho hasta ahora se olvidará.',
    yes: 'Sí, empezar de nuevo', no: 'No, seguir', yesWords: ['sí', 'si', 'vale', 'ok'], noWords: ['no', 'cancelar', 'seguir'],
    agree: 'Acepto', decline: 'No acepto', declined: 'De acuerdo. No se guarda nada. Escriba de nuevo si cambia de opinión.',
    past: 'Eso ya pasó.', unheard: 'No puedo escuchar mensajes de voz. Escriba su respuesta.', failed: 'Algo ha fallado. Escriba de nuevo en un momento.',
  },
  pt: {
    chooseLanguage: 'Que idioma quer usar?', moreLanguages: 'Mais idiomas', startOver: 'Começar de novo? O que disse até agora será esquecido.',
    yes: 'Sim, começar de novo', no: 'Não, continuar', yesWords: ['sim', 's', 'ok'], noWords: ['não', 'nao', 'cancelar', 'continuar'],
    agree: 'Aceito', decline: 'Não aceito', declined: 'Está bem. Nada é guardado. Escreva de novo se mudar de ideia.',
    past: 'Isso já passou.', unheard: 'Não consigo ouvir mensagens de voz. Escreva a sua resposta.', failed: 'Algo deu errado. Escreva de novo daqui a pouco.',
  },
  de: {
    chooseLanguage: 'Welche Sprache möchten Sie verwenden?', moreLanguages: 'Weitere Sprachen', startOver: 'Von vorn beginnen? Das bisher Gesagte wird vergessen.',
    yes: 'Ja, von vorn', no: 'Nein, weiter', yesWords: ['ja', 'ok'], noWords: ['nein', 'weiter', 'abbrechen'],
    agree: 'Ich stimme zu', decline: 'Ich stimme nicht zu', declined: 'In Ordnung. Nichts wird gespeichert. Schreiben Sie wieder, wenn Sie es sich anders überlegen.',
    past: 'Das ist vorbei.', unheard: 'Sprachnachrichten kann ich nicht anhören. Schreiben Sie Ihre Antwort.', failed: 'Etwas ist schiefgegangen. Schreiben Sie gleich noch einmal.',
  },
  it: {
    chooseLanguage: 'Quale lingua vuole usare?', moreLanguages: 'Altre lingue', startOver: 'Ricominciare? Ciò che ha detto finora sarà dimenticato.',
    yes: 'Sì, ricominciare', no: 'No, continuare', yesWords: ['sì', 'si', 'ok'], noWords: ['no', 'annulla', 'continua'],
    agree: 'Accetto', decline: 'Non accetto', declined: 'Va bene. Non viene conservato nulla. Scriva di nuovo se cambia idea.',
    past: 'Ormai è passato.', unheard: 'Non posso ascoltare i messaggi vocali. Scriva la risposta.', failed: 'Qualcosa è andato storto. Riscriva tra un momento.',
  },
  ar: {
    chooseLanguage: 'أي لغة تريد أن تستخدم؟', moreLanguages: 'لغات أخرى', startOver: 'هل تبدأ من جديد؟ سيُنسى ما قلته حتى الآن.',
    yes: 'نعم، ابدأ من جديد', no: 'لا، تابع', yesWords: ['نعم', 'حسنا'], noWords: ['لا', 'تابع'],
    agree: 'أوافق', decline: 'لا أوافق', declined: 'حسنًا. لا يُحفظ أي شيء. اكتب مرة أخرى إذا غيّرت رأيك.',
    past: 'لقد فات ذلك.', unheard: 'لا أستطيع سماع الرسائل الصوتية. اكتب إجابتك.', failed: 'حدث خطأ ما. اكتب مرة أخرى بعد قليل.',
  },
};

/** The host's words in a language, English where it has none. */
export function textsIn(language: string): { texts: DialogTexts; language: string } {
  const base = language.split('-')[0]?.toLowerCase() ?? 'en';
  const texts = Object.hasOwn(dialogTexts, base) ? dialogTexts[base] : undefined;
  const english = dialogTexts['en'];
  if (texts) return { texts, language };
  if (!english) throw new Error('Expected English to be among the dialog texts.');
  return { texts: english, language: 'en' };
}
