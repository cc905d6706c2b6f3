/** Codes of Node and PostgreSQL for a connection that was refused or lost, whatever it was asked: appendix A of PostgreSQL, classes 08 and 57P. */
const codes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|08...|57P0[123])$/;
/** `pg` says these without a code. */
const words = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** Whether an error says that the database was not there, and nothing about what it was asked. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && codes.test(error.code)) return true;
  if (error.name.startsWith('SequelizeConnection') || words.test(error.message)) return true;
  return 'original' in error ? isAway(error.original) : isAway(error.cause);
}
