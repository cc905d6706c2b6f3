import { expect } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { test } from '../journeyServer.ts';
import { Chat } from '../pages/chat.ts';

/** What a contact does, and what must be answered last. */
type Line = { says: string; hears: string } | { taps: string; hears: string };

/**
 * It is Friday, 20 November 2026, 10 in the morning at the car wash. Three people come one after the other, each in a language of
 * their own: a service misspelt, a day that does not exist, one that is over, then tomorrow at half past three.
 */
const contacts: { language: string; lines: Line[] }[] = [
  {
    language: 'English',
    lines: [
      { taps: 'English', hears: 'Which service would you like?' },
      { says: 'exteror wash', hears: 'When would you like to come?' },
      { says: '31 February', hears: 'I could not find that day or time in the calendar.' },
      { says: 'yesterday', hears: 'When would you like to come?' },
      { says: 'tomorrow at half past three', hears: 'Shall I book this?\nExterior wash, Saturday, 21 November 2026 at 3:30 pm' },
      { says: 'yes please', hears: 'Anything else I can do for you?' },
      { taps: 'Yes', hears: 'Which service would you like?' },
      { taps: 'Full wash', hears: 'When would you like to come?' },
      { says: 'monday at ten', hears: 'Shall I book this?\nFull wash, Monday, 23 November 2026 at 10:00 am' },
      { taps: 'No', hears: 'Anything else I can do for you?' },
      { says: 'no thanks', hears: 'Thank you, and have a sparkling day!' },
    ],
  },
  {
    language: 'Français',
    lines: [
      { taps: 'Français', hears: 'Quel service souhaitez-vous ?' },
      { says: 'lavge extérieur', hears: 'Quand souhaitez-vous venir ?' },
      { says: 'le 31 février', hears: 'Je ne trouve pas ce jour ou cette heure dans le calendrier.' },
      { says: 'hier', hears: 'Quand souhaitez-vous venir ?' },
      // The one before took it.
      { says: 'demain à 15h30', hears: 'Désolé, 15h30 est déjà pris samedi 21 novembre 2026.' },
      { says: 'seize heures et quart', hears: 'Je réserve ?\nLavage extérieur, samedi 21 novembre 2026 à 16h30' },
      { taps: 'Oui', hears: 'Puis-je faire autre chose pour vous ?' },
      { says: 'non merci', hears: 'Merci, et bonne journée étincelante !' },
    ],
  },
  {
    language: 'हिन्दी',
    lines: [
      { taps: 'हिन्दी', hears: 'आपको कौन-सी सेवा चाहिए?' },
      { says: 'बाहरी धुलाइ', hears: 'आप कब आना चाहेंगे?' },
      { says: '31 फरवरी', hears: 'मुझे कैलेंडर में यह दिन या समय नहीं मिला।' },
      { says: '19 नवंबर', hears: 'आप कब आना चाहेंगे?' },
      { says: 'कल साढ़े तीन बजे', hears: 'माफ़ कीजिए, शनिवार, 21 नवंबर 2026 को दोपहर 3:30 बजे का समय भर चुका है।' },
      { says: 'सवा चार बजे', hears: 'माफ़ कीजिए, शनिवार, 21 नवंबर 2026 को शाम 4:30 बजे का समय भर चुका है।' },
      { says: 'शाम 5 बजे', hears: 'क्या मैं यह बुक कर दूँ?\nबाहरी धुलाई, शनिवार, 21 नवंबर 2026, शाम 5:00 बजे' },
      { says: 'हां जी', hears: 'क्या मैं आपके लिए और कुछ कर सकता हूँ?' },
      { taps: 'नहीं', hears: 'धन्यवाद, आपका दिन चमकदार रहे!' },
    ],
  },
];

/** A new contact at the demo, on a phone. */
async function newContact(browser: Browser, url: string): Promise<Chat> {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await page.goto(`${url}/chat/demo`);
  return new Chat(page);
}

test('three people book a wash in English, French and Hindi; what one took is gone for the next', async ({ browser, clocked }) => {
  await clocked.tell({ clock: '2026-11-20T04:30:00Z' });
  for (const { language, lines } of contacts) {
    await test.step(language, async () => {
      const chat = await newContact(browser, clocked.url);
      await chat.hears('Which language do you want to use?');
      for (const line of lines) {
        if ('says' in line) await chat.say(line.says);
        else await chat.tap(line.taps);
        await chat.hearsLast(line.hears);
      }
      await chat.close();
    });
  }
});

test('somebody else gets the same service by its number, and is told what cannot be', async ({ browser, clocked }) => {
  await clocked.tell({ clock: '2026-11-20T04:30:00Z' });
  const chat = await newContact(browser, clocked.url);
  await chat.hears('Which language do you want to use?');
  for (const [says, hears] of [
    ['english', 'Which service would you like?'],
    ['pizza', 'I did not recognise that service.'],
    ['2', 'When would you like to come?'],
    ['day after tomorrow at 11', 'When would you like to come?'],
    ['1 March 2027', 'When would you like to come?'],
    ['today at 9:45', 'At what time on Friday, 20 November 2026?'],
    ['8 pm', 'Please write a time between 9:00 am and 5:30 pm'],
    ['half past ten', 'Shall I book this?\nInterior cleaning, Friday, 20 November 2026 at 10:30 am'],
    ['no', 'Anything else I can do for you?'],
    ['no thanks', 'Thank you, and have a sparkling day!'],
  ] as const) {
    await chat.say(says);
    await chat.hearsLast(hears);
  }
  const heard = await chat.bubbles();
  expect(heard).toContain('Sunday, 22 November 2026: we are closed on Sundays.');
  expect(heard).toContain('Monday, 1 March 2027 is too far away: we take bookings up to 60 days ahead.');
  expect(heard).toContain('That time is already over today.');
  await chat.close();
});
