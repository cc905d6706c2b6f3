import { saySchema } from '@parley/shared/api/chat';
import type { Channel } from '../channel.ts';

/** The chat page. The log is the delivery: a page asks for what followed the last message it saw. */
export const web: Channel = {
  type: 'web',
  delivery: 'log',
  limit: { burst: 20, perSecond: 1 },
  normalise: (visitor) => visitor.toLowerCase(),
  decode(body) {
    const parsed = saySchema.safeParse(body);
    if (!parsed.success) return { fields: parsed.error.issues.slice(0, 50).map(({ path, message }) => ({ path: path.map(String).join('.'), message })) };
    if (parsed.data.id.includes('\0')) return { fields: [{ path: 'id', message: 'The character 0 cannot be part of it' }] };
    // Who says it is in the visitor's token, which the door has read.
    return [{ id: parsed.data.id, from: { identifier: '' }, message: parsed.data.message }];
  },
  encode: () => null,
};
