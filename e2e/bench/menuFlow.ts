/** The measured bot as a flow document: language by buttons, name, menu, condition, answer. The drawing of `handwritten/server.ts`. */
export function menuFlow(): Record<string, unknown> {
  const node = (type: string, x: number, data: Record<string, unknown>) => ({ type, x, y: 0, data });
  const to = (from: string, exit: string, target: string) => ({ from, exit, to: target });
  const text = (name: string, order: number) => ({ name, type: { kind: 'text' }, order });
  return {
    schema: 1,
    kind: 'bot',
    languages: ['en'],
    variables: { language: text('language', 1), name: text('name', 2), topic: text('topic', 3) },
    nodes: {
      start: node('start', 0, { openings: {} }),
      welcome: node('message', 300, { kind: 'text', text: 'Welcome to Harbour Pool.' }),
      language: node('choice', 600, {
        body: 'Which language shall we speak?',
        options: { english: { label: 'English', order: 1 }, french: { label: 'Français', order: 2 } },
        save: 'language',
      }),
      name: node('ask', 900, { question: 'What is your name?', expects: 'text', save: 'name' }),
      menu: node('choice', 1200, {
        body: 'Thank you, {{name}}. What would you like to know?',
        options: { hours: { label: 'Opening hours', order: 1 }, prices: { label: 'Prices', order: 2 } },
        save: 'topic',
      }),
      which: node('condition', 1500, { branches: { hours: { when: 'topic == "Opening hours"', label: 'Hours', order: 1 } } }),
      hours: node('end', 1800, { text: 'We are open from 8 to 20 every day, {{name}}.' }),
      prices: node('end', 1800, { text: 'A day costs 6 €, {{name}}.' }),
    },
    edges: {
      e1: to('start', 'next', 'welcome'), e2: to('welcome', 'next', 'language'), e3: to('language', 'english', 'name'), e4: to('language', 'french', 'name'),
      e5: to('name', 'answered', 'menu'), e6: to('menu', 'hours', 'which'), e7: to('menu', 'prices', 'which'), e8: to('which', 'hours', 'hours'), e9: to('which', 'otherwise', 'prices'),
    },
    notes: {},
    translations: {},
    settings: {
      channels: ['rest'], zone: 'UTC', sessionHours: 24, errorText: 'Something went wrong.', unreadableText: 'That is no answer.', waitingText: 'One moment.',
      silenceAfter: 'PT1H', missingTranslationsAccepted: false, consentText: '', shortcuts: {},
    },
  };
}
