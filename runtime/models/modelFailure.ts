/** Why a model gave nothing of use, in sentences for authors. Another model may do better in every case but the last. */
export const modelFaults = {
  timedOut: 'It took too long.',
  unreachable: 'It could not be reached.',
  busy: 'It had too much to do (429).',
  signedOut: 'It did not take the key.',
  missing: 'There is no such model.',
  refused: 'It could not use the request.',
  broken: 'It failed.',
  empty: 'It gave an empty answer.',
  unreadable: 'Its answer was not what it was asked for.',
  filtered: 'It declined to answer.',
  stopped: 'It was stopped.',
} as const;
export type ModelFault = keyof typeof modelFaults;

/** What a call took until it ended; `estimated` = counted here, because it broke off before the endpoint could tell. */
export interface TokensUsed {
  tokensIn: number;
  tokensOut: number;
  estimated: boolean;
}

/** A call that gave nothing of use, and what it took all the same. */
export class ModelFailure extends Error {
  override name = 'ModelFailure';
  readonly fault: ModelFault;
  readonly used: TokensUsed;

  constructor(fault: ModelFault, used: TokensUsed = { tokensIn: 0, tokensOut: 0, estimated: true }, details?: string) {
    super(details ? `${modelFaults[fault]} ${details}` : modelFaults[fault]);
    this.fault = fault;
    this.used = used;
  }
}
