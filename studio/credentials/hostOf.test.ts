import { expect, test } from 'vitest';
import { hostOf } from './hostOf.ts';

test.each([
  ['https://lab.example.org/results?patient={{patientNo}}', 'lab.example.org'],
  ['http://Lab.example.org:8080', 'lab.example.org:8080'],
  ['https://me@lab.example.org/', 'lab.example.org'],
  ['https://{{region}}.example.org/', undefined],
  ['https://lab{{region}}/x', undefined],
  ['lab.example.org', undefined],
  ['', undefined],
])('%s', (address, host) => expect(hostOf(address)).toBe(host));
