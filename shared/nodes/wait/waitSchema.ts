import * as z from 'zod';
import { duration, expression, oneOf, spoken, timeOfDay, toggle, variable } from '../fieldKinds.ts';
import { field } from '../fields.ts';

/** The days a wait may end on, in the order of ISO 8601: Monday is 1. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const when = (until: 'duration' | 'time' | 'moment') => ({ field: 'until', is: [until] });
const meanwhile = (...kinds: ('hold' | 'oneMoment' | 'interrupt')[]) => ({ field: 'meanwhile', is: kinds });

/** The data of a wait node. */
export const waitSchema = z.object({
  until: oneOf('Waits', { duration: 'For a while', time: 'Until a time of day', moment: 'Until a moment' }, ['duration', 'time', 'moment']),
  duration: duration('How long', { showWhen: when('duration') }),
  time: timeOfDay('Time', { help: 'The next time that clocks show it where the contact is, or where the bot is when nobody knows. A time that clocks skip in spring comes as much later; one that comes twice in autumn counts the first time.', showWhen: when('time') }),
  days: field(z.object({
    monday: toggle('Monday', true),
    tuesday: toggle('Tuesday', true),
    wednesday: toggle('Wednesday', true),
    thursday: toggle('Thursday', true),
    friday: toggle('Friday', true),
    saturday: toggle('Saturday', true),
    sunday: toggle('Sunday', true),
  }).prefault({}), { label: 'On', widget: 'group', advanced: true, showWhen: when('time') }),
  moment: expression('Moment', { expects: { kind: 'datetime' }, help: 'e.g. datetime(day, time("09:00")), or now() + hours(3). One that is past goes on at once.', showWhen: when('moment') }),
  meanwhile: oneOf('When people write', { interrupt: 'Go on at “A message”', oneMoment: 'Say the waiting text and keep it', hold: 'Keep it' }, ['interrupt', 'oneMoment', 'hold'], {
    help: 'What is kept is heard once the wait is over. While it is only kept, shortcuts wait too. A shortcut that comes back begins the wait anew.',
  }),
  waitingText: spoken('Waiting text', { help: 'Empty: the flow’s own text.', showWhen: meanwhile('oneMoment') }),
  save: variable('Save what they write in', { advanced: true, showWhen: meanwhile('interrupt') }),
  errorExit: toggle('Own way out for errors', false, { advanced: true, help: 'When the moment cannot be computed. Off: the flow’s error text.', showWhen: when('moment') }),
});

/** What a wait node's author decided. */
export type WaitData = z.infer<typeof waitSchema>;
