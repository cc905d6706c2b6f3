import type { Json } from '../../lib/json.ts';

/** The words of a text bubble: its rich text without marks, a paragraph a line, links with their address; else its plain text. */
export function readRichText(content: { readonly [key: string]: Json } = {}): string {
  const { richText, plainText, html } = content;
  if (Array.isArray(richText)) return richText.map((element) => words(element)).join('\n').trim();
  if (typeof plainText === 'string') return plainText.trim();
  return typeof html === 'string' ? html.replace(/<br\s*\/?>|<\/(?:p|div|li)>/gi, '\n').replace(/<[^>]*>/g, '').trim() : '';
}

function words(element: Json | undefined): string {
  if (typeof element !== 'object' || element === null || Array.isArray(element)) return '';
  if (typeof element['text'] === 'string') return element['text'];
  const children = Array.isArray(element['children']) ? element['children'] : [];
  const inner = children.map((child) => words(child));
  switch (element['type']) {
    case 'ul': return inner.map((line) => `• ${line}`).join('\n');
    case 'ol': return inner.map((line, place) => `${place + 1}. ${line}`).join('\n');
    case 'a': return typeof element['url'] === 'string' && element['url'] !== inner.join('') ? `${inner.join('')} (${element['url']})` : inner.join('');
    default: return inner.join('');
  }
}
