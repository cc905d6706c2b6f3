import type { CodeSpan } from '@parley/shared/compiler/emit/spans';
import type { Heading } from '../ui/code/readerLanguage.ts';

/** The flows of the code with their states below, as they stand fast above while one scrolls through them. */
export function headingsOf(spans: readonly CodeSpan[], nameOf: (flow: string) => string): Heading[] {
  return spans.filter(({ state, text }) => state === undefined && text === undefined).map(({ flow, from, to }) => ({
    name: nameOf(flow), from, to,
    inside: spans.filter((span) => span.flow === flow && span.state !== undefined).map(({ state = '', from: first, to: last }) => ({ name: state, from: first, to: last, inside: [] })),
  }));
}
