import { expect, test } from 'vitest';
import { isInstalled } from './install.mjs';

const lock = { packages: { '': { name: 'parley' }, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b-win32': { version: '2.0.0', optional: true }, shared: { version: '0.1.0' } } };
const { '': _root, 'node_modules/b-win32': _other, ...here } = lock.packages;

test.each([
  ['everything but what is for other machines', here, true],
  ['a package less', { shared: here.shared }, false],
  ['another version', { ...here, 'node_modules/a': { version: '1.0.1' } }, false],
  ['another version of what may be missing', { ...here, 'node_modules/b-win32': { version: '1.0.0' } }, false],
  ['one more than is asked for', { ...here, 'node_modules/c': { version: '1.0.0' } }, true],
])('%s installed', (_what, packages, whole) => {
  expect(isInstalled(lock, { packages })).toBe(whole);
});
