import { assertNever } from '../lib/assertNever.ts';
import type { Incoming } from '../messages/incoming.ts';
import type { Recogniser } from '../machine/recogniser.ts';
import { recogniseAnything } from './kinds/anything.ts';
import { recogniseChoice } from './kinds/choice.ts';
import { recogniseChosen } from './kinds/chosen.ts';
import { recogniseDate } from './kinds/date.ts';
import { recogniseEmail } from './kinds/email.ts';
import { recogniseKeywords } from './kinds/keywords.ts';
import { recogniseLocation } from './kinds/location.ts';
import { recogniseMedia } from './kinds/media.ts';
import { recogniseNumber } from './kinds/number.ts';
import { recognisePhone } from './kinds/phone.ts';
import { recogniseSeveral } from './kinds/several.ts';
import { recogniseText } from './kinds/text.ts';
import { recogniseTime } from './kinds/time.ts';
import { recogniseWhen } from './kinds/when.ts';
import type { AnswerContext, Recognised } from './recognised.ts';

/** Understands a message as the answer a wait asks for. Pure, in time linear in the text; what is not sure is refused with a reason. */
export function recognise(recogniser: Recogniser, message: Incoming, context: AnswerContext): Recognised {
  switch (recogniser.kind) {
    case 'text': return recogniseText(recogniser, message);
    case 'number': return recogniseNumber(recogniser, message, context);
    case 'date': return recogniseDate(recogniser, message, context);
    case 'time': return recogniseTime(recogniser, message, context);
    case 'when': return recogniseWhen(recogniser, message, context);
    case 'email': return recogniseEmail(message);
    case 'phone': return recognisePhone(message);
    case 'choice': return recogniseChoice(recogniser, message, context);
    case 'chosen': return recogniseChosen(recogniser, message, context);
    case 'several': return recogniseSeveral(recogniser, message, context);
    case 'keywords': return recogniseKeywords(recogniser, message, context);
    case 'location': return recogniseLocation(message);
    case 'media': return recogniseMedia(recogniser, message);
    case 'anything': return recogniseAnything(message);
    default: return assertNever(recogniser);
  }
}
