import pino from 'pino';
import type { DestinationStream, Logger } from 'pino';
import type { LogLevel } from '../env.ts';

/** Structured lines on standard output. Log ids, counts and kinds; never what a person said, typed or is called. */
export type Log = Logger;

const names = [
  'password', 'secret', 'token', 'accessToken', 'refreshToken', 'authorization', 'cookie', 'code', 'email', 'phone', 'name', 'identifier',
  'text', 'message.text', 'body', 'variables', 'payload', 'value', 'input',
];

/** A safety net under the rule above: these keys are replaced at the first three levels of whatever is logged. */
const hidden = names.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** Makes the process's log; `destination` is for tests. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: hidden, censor: '[hidden]' },
    serializers: { err: describeError, error: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** An error for the log: its kind, its message and where, but not the values a database puts in `detail`. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? { errorCode: error.code } : {};
  return { type: error.name, message: error.message, ...code, stack: error.stack };
}
