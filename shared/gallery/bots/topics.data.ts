import type { BotDrawing } from '../drawing.ts';
import { yesNo } from '../words.data.ts';

const languages = ['en', 'ar'] as const;
const { yes, no } = yesNo(languages);
const answer = (title: string, en: string, ar: string) => ({ type: 'message', title, to: { next: 'more' }, data: { text: { en, ar } } });

/** Answers the usual questions by topic; one that is asked in other words is sorted by a model, and what nobody has answered yet is kept. */
export const topics: BotDrawing = {
  languages,
  channels: ['web', 'whatsapp', 'telegram'],
  colour: '#0a6f6a',
  zone: 'Asia/Amman',
  variables: { question: { kind: 'text' } },
  nodes: {
    start: { type: 'start', to: { next: 'topic' } },
    topic: {
      type: 'choice', title: 'Topic', to: { hours: 'hours', card: 'card', loans: 'loans', rooms: 'rooms', other: 'sort' },
      data: {
        body: { en: 'Welcome to the city library. What would you like to know? You can also write your question.', ar: 'أهلا بكم في مكتبة المدينة. ماذا تريدون أن تعرفوا؟ يمكنكم أيضا كتابة سؤالكم.' }, save: 'question', other: true,
        options: {
          hours: { label: { en: 'Opening hours', ar: 'أوقات الدوام' }, synonyms: { en: 'open, hours, closed, when', ar: 'الدوام, متى, مفتوح, مغلق' }, order: 1 },
          card: { label: { en: 'Library card', ar: 'بطاقة المكتبة' }, synonyms: { en: 'card, member, membership, register', ar: 'بطاقة, عضوية, تسجيل' }, order: 2 },
          loans: { label: { en: 'Loans', ar: 'الإعارة' }, synonyms: { en: 'loan, borrow, renew, fine, late', ar: 'استعارة, تجديد, غرامة' }, order: 3 },
          rooms: { label: { en: 'Study rooms', ar: 'غرف الدراسة' }, synonyms: { en: 'room, study, quiet, group', ar: 'غرفة, دراسة, هدوء' }, order: 4 },
        },
      },
    },
    sort: {
      type: 'classify', title: 'Sort the question', to: { hours: 'hours', card: 'card', loans: 'loans', rooms: 'rooms', unsure: 'keep' },
      data: {
        text: 'question', sure: 0.7,
        options: {
          hours: { label: { en: 'Public holidays', ar: 'العطل الرسمية' }, description: { en: 'When the library is open or closed, on which days and holidays.', ar: 'متى تفتح المكتبة أو تغلق، وفي أي الأيام والعطل.' }, order: 1 },
          card: { label: { en: 'Who may join', ar: 'من يحق له الانضمام' }, description: { en: 'Getting, renewing or losing a library card, and who may have one.', ar: 'الحصول على بطاقة المكتبة أو تجديدها أو فقدانها، ومن يحق له حملها.' }, order: 2 },
          loans: { label: { en: 'Bringing things back', ar: 'إرجاع الكتب' }, description: { en: 'Borrowing and returning books, how many, how long, and what being late costs.', ar: 'استعارة الكتب وإعادتها، وعددها ومدتها وغرامة التأخير.' }, order: 3 },
          rooms: { label: { en: 'A place to meet', ar: 'مكان للاجتماع' }, description: { en: 'A place to study or to meet, and how to book one.', ar: 'مكان للدراسة أو الاجتماع وكيفية حجزه.' }, order: 4 },
        },
      },
    },
    hours: answer('Opening hours', 'We are open from Sunday to Thursday from 9:00 to 20:00, and on Saturday from 10:00 to 16:00. On Fridays we are closed.', 'المكتبة مفتوحة من الأحد إلى الخميس من التاسعة صباحا حتى الثامنة مساء، والسبت من العاشرة حتى الرابعة. الجمعة مغلقة.'),
    card: answer('Library card', 'A card is free for everybody who lives in the city. Bring an identity card and a proof of address to the desk; it takes five minutes.', 'البطاقة مجانية لسكان المدينة. أحضروا الهوية وإثبات السكن إلى مكتب الاستقبال، ولا يستغرق الأمر إلا خمس دقائق.'),
    loans: answer('Loans', 'You can borrow ten books for three weeks and renew them twice, here or at the desk. A late book costs 0.10 a day, at most 3.', 'يمكنكم استعارة عشرة كتب لثلاثة أسابيع وتجديدها مرتين. غرامة التأخير 0.10 في اليوم، وبحد أقصى 3.'),
    rooms: answer('Study rooms', 'Six rooms for up to eight people can be booked for two hours at a time at the desk or at https://example.org/rooms.', 'تتوفر ست غرف تتسع لثمانية أشخاص، ويمكن حجزها لساعتين في مكتب الاستقبال أو على https://example.org/rooms.'),
    keep: {
      type: 'record', title: 'Keep the question', to: { added: 'kept', exists: 'kept' },
      data: { does: 'add', collection: 'questions', key: 'lower(trim(question))', fields: { question: { field: 'question', value: 'question', order: 1 }, language: { field: 'language', value: 'language()', order: 2 } } },
    },
    kept: { type: 'message', title: 'Passed on', to: { next: 'more' }, data: { text: { en: 'I do not know that yet. I have passed your question on to the librarians: “{{ question }}”.', ar: 'لا أعرف الجواب بعد، وقد أرسلت سؤالكم إلى أمناء المكتبة: «{{ question }}».' } } },
    more: { type: 'choice', title: 'Anything else?', to: { yes: 'topic', no: 'bye' }, data: { body: { en: 'Is there anything else?', ar: 'هل من سؤال آخر؟' }, options: { yes, no } } },
    bye: { type: 'end', title: 'Goodbye', data: { text: { en: 'Enjoy your reading!', ar: 'قراءة ممتعة!' } } },
  },
};
