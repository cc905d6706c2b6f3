/** What the page at a callback's address says to a person. */
export interface ConfirmTexts {
  /** Above the button. */
  asks: string;
  /** On the button, where the author named none. */
  confirm: string;
  /** Where only another system can answer. */
  nothingToDo: string;
  thanks: string;
  /** Titles of what is refused. */
  over: string;
  failed: string;
  /** Why an address is of no use any more. */
  taken: string;
  late: string;
  expired: string;
  gone: string;
  unusable: string;
}

/** By base language, the same ones as the texts of a fresh flow; English where a language is not listed. */
export const confirmTexts: Readonly<Record<string, ConfirmTexts>> = {
  en: {
    asks: 'The conversation is waiting for you to confirm.', confirm: 'Confirm', nothingToDo: 'The conversation is waiting for another system to answer here. There is nothing to do for you.',
    thanks: 'Thank you. You can go back to the conversation.', over: 'This is over', failed: 'This did not work',
    taken: 'This was answered already.', late: 'The conversation has gone on without this.', expired: 'The time for this has run out.', gone: 'This address is no longer in use.', unusable: 'This cannot be used here.',
  },
  fr: {
    asks: 'La conversation attend votre confirmation.', confirm: 'Confirmer', nothingToDo: 'La conversation attend ici la réponse d’un autre système. Vous n’avez rien à faire.',
    thanks: 'Merci. Vous pouvez revenir à la conversation.', over: 'C’est terminé', failed: 'Cela n’a pas fonctionné',
    taken: 'Une réponse a déjà été donnée.', late: 'La conversation a continué sans cela.', expired: 'Le délai est écoulé.', gone: 'Cette adresse n’est plus utilisée.', unusable: 'Cela ne peut pas être utilisé ici.',
  },
  hi: {
    asks: 'बातचीत आपकी पुष्टि की प्रतीक्षा कर रही है।', confirm: 'पुष्टि करें', nothingToDo: 'बातचीत यहाँ किसी दूसरे सिस्टम के उत्तर की प्रतीक्षा कर रही है। आपको कुछ नहीं करना है।',
    thanks: 'धन्यवाद। आप बातचीत पर लौट सकते हैं।', over: 'यह समाप्त हो गया है', failed: 'यह नहीं हो सका',
    taken: 'इसका उत्तर पहले ही दिया जा चुका है।', late: 'बातचीत इसके बिना आगे बढ़ चुकी है।', expired: 'इसका समय समाप्त हो गया है।', gone: 'यह पता अब उपयोग में नहीं है।', unusable: 'इसका यहाँ उपयोग नहीं हो सकता।',
  },
  es: {
    asks: 'La conversación espera su confirmación.', confirm: 'Confirmar', nothingToDo: 'La conversación espera aquí la respuesta de otro sistema. Usted no tiene que hacer nada.',
    thanks: 'Gracias. Puede volver a la conversación.', over: 'Esto ha terminado', failed: 'No ha funcionado',
    taken: 'Ya se respondió.', late: 'La conversación ha seguido sin esto.', expired: 'El plazo ha terminado.', gone: 'Esta dirección ya no se usa.', unusable: 'Esto no se puede usar aquí.',
  },
  pt: {
    asks: 'A conversa aguarda a sua confirmação.', confirm: 'Confirmar', nothingToDo: 'A conversa aguarda aqui a resposta de outro sistema. Não precisa fazer nada.',
    thanks: 'Obrigado. Pode voltar à conversa.', over: 'Isto terminou', failed: 'Não funcionou',
    taken: 'Isto já foi respondido.', late: 'A conversa continuou sem isto.', expired: 'O prazo terminou.', gone: 'Este endereço já não é usado.', unusable: 'Isto não pode ser usado aqui.',
  },
  de: {
    asks: 'Das Gespräch wartet auf Ihre Bestätigung.', confirm: 'Bestätigen', nothingToDo: 'Das Gespräch wartet hier auf die Antwort eines anderen Systems. Sie müssen nichts tun.',
    thanks: 'Danke. Sie können zum Gespräch zurückkehren.', over: 'Das ist vorbei', failed: 'Das hat nicht funktioniert',
    taken: 'Das wurde schon beantwortet.', late: 'Das Gespräch ist ohne dies weitergegangen.', expired: 'Die Zeit dafür ist abgelaufen.', gone: 'Diese Adresse wird nicht mehr verwendet.', unusable: 'Das kann hier nicht verwendet werden.',
  },
  ar: {
    asks: 'المحادثة في انتظار تأكيدكم.', confirm: 'تأكيد', nothingToDo: 'المحادثة تنتظر هنا رد نظام آخر. ليس عليكم فعل أي شيء.',
    thanks: 'شكرًا لكم. يمكنكم العودة إلى المحادثة.', over: 'انتهى هذا', failed: 'لم ينجح ذلك',
    taken: 'تمت الإجابة عن هذا من قبل.', late: 'استمرت المحادثة من دون هذا.', expired: 'انتهت المهلة المحددة لهذا.', gone: 'لم يعد هذا العنوان مستخدمًا.', unusable: 'لا يمكن استخدام هذا هنا.',
  },
};
