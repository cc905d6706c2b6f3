import type { CallableModel } from '@parley/db/queries/models';
import type { TokensUsed } from './modelFailure.ts';

/** What tokens cost; prices are per million. */
export function costOf({ priceIn, priceOut }: Pick<CallableModel, 'priceIn' | 'priceOut'>, { tokensIn, tokensOut }: Pick<TokensUsed, 'tokensIn' | 'tokensOut'>): number {
  return (tokensIn * priceIn + tokensOut * priceOut) / 1_000_000;
}
