import type { ChannelType } from '@parley/shared/flow/document';
import type { Channel } from './channel.ts';
import { rest } from './rest/rest.ts';
import { web } from './web/web.ts';

/** The channels there are, by type. */
export const channels: Readonly<Partial<Record<ChannelType, Channel>>> = { rest, web };
