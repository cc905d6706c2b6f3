import type { BotDrawing } from './drawing.ts';
import { appointment } from './bots/appointment.data.ts';
import { grievance } from './bots/grievance.data.ts';
import { leadCapture } from './bots/leadCapture.data.ts';
import { lunch } from './bots/lunch.data.ts';
import { orderStatus } from './bots/orderStatus.data.ts';
import { payment } from './bots/payment.data.ts';
import { quiz } from './bots/quiz.data.ts';
import { survey } from './bots/survey.data.ts';
import { topics } from './bots/topics.data.ts';

/** A bot to begin with: what it is called and what it is good for, and its drawing. */
export interface GalleryBot {
  id: string;
  name: string;
  /** One sentence for whoever chooses. */
  about: string;
  drawing: BotDrawing;
}

/** Every bot of the gallery, in the order it is shown. A new one is its file and one line here. */
export const gallery: readonly GalleryBot[] = [
  { id: 'leadCapture', name: 'Lead capture', about: 'Asks interested people for their details, once per address, and when to call them.', drawing: leadCapture },
  { id: 'appointment', name: 'Appointments', about: 'Books one of the times that are free on a day; nobody gets a time that is taken.', drawing: appointment },
  { id: 'topics', name: 'Questions by topic', about: 'Answers the usual questions and keeps the ones nobody has answered yet.', drawing: topics },
  { id: 'survey', name: 'Survey', about: 'Asks how likely people are to recommend you, and then what fits their answer.', drawing: survey },
  { id: 'orderStatus', name: 'Order status', about: 'Looks an order up in another system over HTTP and says where it is.', drawing: orderStatus },
  { id: 'grievance', name: 'Complaints', about: 'Takes a complaint with place and photo, gives it a number, and tells how it stands.', drawing: grievance },
  { id: 'quiz', name: 'Quiz', about: 'Three questions with explanations, points and a result.', drawing: quiz },
  { id: 'payment', name: 'Payment', about: 'Sends a link to pay by and waits until another system calls back.', drawing: payment },
  { id: 'lunch', name: 'Lunch orders', about: 'Takes an order dish by dish, works out the price, tells when it is ready, and answers questions until then.', drawing: lunch },
];
