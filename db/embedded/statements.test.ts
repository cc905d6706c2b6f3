import { expect, test } from 'vitest';
import { failingSql, sessionEffects } from './statements.ts';

const listen = (channel: string) => ({ kind: 'listen', channel });
const unlisten = (channel: string) => ({ kind: 'unlisten', channel });

test.each([
  ['select 1', []],
  ['listen work', [listen('work')]],
  ['LISTEN Work', [listen('work')]],
  ['listen "Work:Item"', [listen('Work:Item')]],
  ['listen "a""b"', [listen('a"b')]],
  ['listen a; listen "b"; select 1; unlisten a', [listen('a'), listen('b'), unlisten('a')]],
  ['-- note\n/* note */ listen a;', [listen('a')]],
  ['unlisten *', [{ kind: 'unlistenAll' }]],
  [`select 'listen a; listen b'`, []],
  [`select 'it''s; listen a'`, []],
  ['select $$; listen a$$', []],
  ['select $x$; listen a $$ ; listen b $x$', []],
  ['select "listen" from listen', []],
  ['insert into t values (1); -- listen a', []],
])('%s listens to what it says', (sql, changes) => {
  expect(sessionEffects(sql)).toEqual({ changes });
});

test.each([
  ['copy t from stdin', true],
  ['select 1; COPY (select 1) TO STDOUT', true],
  ['discard all', true],
  ['deallocate all', true],
  ['deallocate prepare all', true],
  ['deallocate one', false],
  [`select 'copy t from stdin'`, false],
  ['select copy from discard', false],
])('%s is refused: %s', (sql, refused) => {
  expect(sessionEffects(sql).refusal !== undefined).toBe(refused);
});

test('a refusal is a statement that says so, whatever the sentence holds', () => {
  expect(failingSql(`it's refused`)).toContain(`message = 'it''s refused'`);
});
