import type { ErrorCode, FieldProblem } from '@parley/shared/api/common';

/** The HTTP status of every code. */
export const statusOf: Readonly<Record<ErrorCode, number>> = {
  malformed: 400,
  signedOut: 401,
  forbidden: 403,
  notFound: 404,
  stale: 409,
  conflict: 409,
  gone: 410,
  tooLarge: 413,
  invalid: 422,
  tooMany: 429,
  failed: 500,
  unavailable: 503,
};

/** A request that is answered with an error on purpose. `message` is for the person: what was expected, what to do. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: ErrorCode;
  readonly fields: FieldProblem[];
  /** Put beside `error` in the answer: the current drawing, the issues. */
  readonly beside: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, more: { fields?: FieldProblem[]; beside?: Record<string, unknown> } = {}) {
    super(message);
    this.code = code;
    this.fields = more.fields ?? [];
    this.beside = more.beside ?? {};
  }
}

/** There is no such thing, or not for this account: the same answer, so that ids cannot be guessed. */
export function notFound(what: string): Refusal {
  return new Refusal('notFound', `There is no such ${what}.`);
}
