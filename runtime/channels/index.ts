import type { ChannelType } from '@parley/shared/flow/document';
import type { Channel } from './channel.ts';
import { rest } from './rest/rest.ts';
import { web } from './web/web.ts';

/** Channels by type. */
export type Channels = Readonly<Partial<Record<ChannelType, Channel>>>;

/** The channels there are. */
export const channels: Channels = { rest, web };
