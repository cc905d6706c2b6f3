import { channelLimits } from '../../messages/limits.ts';

/** The option that passes a field, where fields are asked one by one. */
export const passing = 'pass';

/** Whether fields are asked one by one on this channel: it has no forms, or none of so many fields. */
export function inSteps(channel: string, fields: readonly unknown[]): boolean {
  const limits = Object.hasOwn(channelLimits, channel) ? channelLimits[channel as keyof typeof channelLimits] : undefined;
  return limits !== undefined && limits.formFields < fields.length;
}
