import type { Incoming } from '../../messages/incoming.ts';
import { plainForm } from '../fold.ts';
import { expected, saidText } from '../recognised.ts';
import type { Recognised } from '../recognised.ts';

/** Takes a shared place, or coordinates written or pasted from a map's link: `{latitude, longitude, label}`. */
export function recogniseLocation(message: Incoming): Recognised {
  if (message.type === 'location') return { ok: true, value: { latitude: message.latitude, longitude: message.longitude, label: message.label ?? '' } };
  const said = saidText(message);
  if (said === undefined) return expected('a place', message.type);
  const found = /(?<![\d.])(-?\d{1,2}\.\d{2,10})\s{0,3}[,;\s]\s{0,3}(-?\d{1,3}\.\d{2,10})(?![\d.])/.exec(plainForm(said));
  if (!found) return { ok: false, reason: 'It is not a place; share one from the map, or write its coordinates.' };
  const [latitude, longitude] = [Number(found[1]), Number(found[2])];
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return { ok: false, reason: 'There is no such place on the globe.' };
  return { ok: true, value: { latitude, longitude, label: '' } };
}
