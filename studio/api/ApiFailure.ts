import type { ErrorCode, FieldProblem } from '@parley/shared/api/common';
import i18next from 'i18next';

/** A request that was refused or did not arrive, with what the server said. `status` 0 = nothing came back. */
export class ApiFailure extends Error {
  readonly status: number;
  readonly code: ErrorCode | 'offline';
  readonly fields: FieldProblem[];
  readonly requestId: string | undefined;
  /** The whole answer, for refusals that carry more than an error (409, 422). */
  readonly body: unknown;

  constructor(message: string, answer: { status: number; code: ErrorCode | 'offline'; fields?: FieldProblem[]; requestId?: string; body?: unknown }) {
    super(message);
    this.name = 'ApiFailure';
    this.status = answer.status;
    this.code = answer.code;
    this.fields = answer.fields ?? [];
    this.requestId = answer.requestId;
    this.body = answer.body;
  }
}

/** One sentence a person can read about anything that went wrong. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiFailure) {
    if (error.code === 'offline') return i18next.t('failure.offline');
    const where = error.fields.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(' ');
    const id = error.requestId ? ` (${error.requestId})` : '';
    return `${error.message}${where ? ` ${where}` : ''}${id}`;
  }
  return error instanceof Error ? error.message : String(error);
}
