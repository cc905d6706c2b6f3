import { needs } from '../policy.ts';

/** Who may try out the requests of a flow: whoever may draw them. */
export const requestPolicy = { try: needs('bots.edit') };
