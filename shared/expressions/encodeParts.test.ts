import { describe, expect, test } from 'vitest';
import { encodeBody, encodeHeader, encodeUrl, plainText, redactedText } from './encodeParts.ts';
import type { Parts } from './types.ts';

const from = (value: string, personal = false) => ({ value, name: 'x', ...(personal && { personal }) });
const inPath = (value: string): Parts => ['https://a.example/orders/', from(value), '/items?q=', from(value)];

describe('an address', () => {
  test.each<[value: string, url: string | undefined]>([
    ['12', 'https://a.example/orders/12/items?q=12'],
    ['a b', 'https://a.example/orders/a%20b/items?q=a%20b'],
    ['a/b', 'https://a.example/orders/a%2Fb/items?q=a%2Fb'],
    ['?x=1&y#z', 'https://a.example/orders/%3Fx%3D1%26y%23z/items?q=%3Fx%3D1%26y%23z'],
    ['a\r\nb', 'https://a.example/orders/a%0D%0Ab/items?q=a%0D%0Ab'],
    ['é', 'https://a.example/orders/%C3%A9/items?q=%C3%A9'],
    ['%2e%2e', 'https://a.example/orders/%252e%252e/items?q=%252e%252e'],
    ['a\ud800', 'https://a.example/orders/a%EF%BF%BD/items?q=a%EF%BF%BD'],
    ['..', undefined],
    ['.', undefined],
  ])('holds %j in its place', (value, url) => {
    expect(encodeUrl(inPath(value))).toBe(url);
  });

  test.each<[parts: Parts, url: string | undefined]>([
    [['https://', from('a.example@evil.example/')], 'https://a.example%40evil.example%2F'],
    [['https://a.example/', from('.'), from('.'), '/admin'], undefined],
    [['https://a.example/%2E', from('.'), '/admin'], undefined],
    [['https://a.example/', from('\\'), '..'], 'https://a.example/%5C..'],
    [['https://a.example/?up=../..'], 'https://a.example/?up=../..'],
    [[from('https://a.example/next?page=2'), '&q=', from('a&b')], 'https://a.example/next?page=2&q=a%26b'],
    [[], ''],
  ])('%j', (parts, url) => {
    expect(encodeUrl(parts)).toBe(url);
  });
});

test.each<[value: string, header: string | undefined]>([['a', 'Bearer a'], ['', 'Bearer'], ['é', 'Bearer é'], ['a\r\nX-Admin: 1', undefined], ['a\nb', undefined], ['a\0', undefined], ['漢', undefined], ['a\tb', 'Bearer a\tb']])('a header with %j', (value, header) => {
  expect(encodeHeader(['Bearer ', from(value)])).toBe(header);
});

test.each<[mime: string, body: string]>([
  ['application/json', '{"a":"say \\"hi\\"\\n<&>"}'],
  ['application/vnd.api+json; charset=utf-8', '{"a":"say \\"hi\\"\\n<&>"}'],
  ['text/xml', '{"a":"say &quot;hi&quot;\n&lt;&amp;&gt;"}'],
  ['text/plain', '{"a":"say "hi"\n<&>"}'],
])('a body of %s', (mime, body) => {
  expect(encodeBody(['{"a":"', from('say "hi"\n<&>'), '"}'], mime)).toBe(body);
});

test('what is personal is left out where it is not needed', () => {
  const parts = ['Hi ', from('Ann', true), ' of ', from('Pune')];
  expect(plainText(parts)).toBe('Hi Ann of Pune');
  expect(redactedText(parts)).toBe('Hi ••• of Pune');
});
