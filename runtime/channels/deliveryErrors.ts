/** What one kind of failed delivery means. */
export interface DeliveryError {
  /** Whether trying again can help. */
  retry: boolean;
  /** Whether it may have arrived all the same. */
  doubt: boolean;
  /** Who can mend it. */
  fault: 'theirs' | 'author' | 'ours' | 'network';
  /** What the author reads. */
  reads: string;
}

/** Every way a delivery can fail, on any channel. */
export const deliveryErrors = {
  unreachable: { retry: true, doubt: false, fault: 'network', reads: 'The address could not be reached.' },
  timedOut: { retry: true, doubt: true, fault: 'theirs', reads: 'The other side did not answer in time. It may have taken the message.' },
  cutOff: { retry: true, doubt: true, fault: 'network', reads: 'The connection broke before the answer. The message may have arrived.' },
  tooFast: { retry: true, doubt: false, fault: 'theirs', reads: 'The other side asked to send more slowly.' },
  failing: { retry: true, doubt: true, fault: 'theirs', reads: 'The other side answered with an error of its own.' },
  refused: { retry: false, doubt: false, fault: 'author', reads: 'The other side refused the message. Check the address and what it expects.' },
  gone: { retry: false, doubt: false, fault: 'author', reads: 'There is no such address any more.' },
  badAddress: { retry: false, doubt: false, fault: 'author', reads: 'The address cannot be used. Check it in the channel’s settings.' },
  channelGone: { retry: false, doubt: false, fault: 'author', reads: 'The channel was deleted before the message was sent.' },
  internal: { retry: true, doubt: false, fault: 'ours', reads: 'Parley could not send the message. It is tried again.' },
} as const satisfies Record<string, DeliveryError>;

/** Names of the ways a delivery can fail. */
export type DeliveryErrorCode = keyof typeof deliveryErrors;
