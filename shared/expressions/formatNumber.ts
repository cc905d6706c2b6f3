import type { LanguageFacts } from './languages.data.ts';

/** Writes a number as a language does; `digits` fixes the decimals, `grouped` separates thousands (or lakhs). */
export function formatNumber(value: number, language: LanguageFacts, options: { digits?: number; grouped?: boolean } = {}): string {
  const size = Math.abs(value);
  const plain = options.digits !== undefined ? size.toFixed(options.digits) : plainDigits(size);
  if (!/^\d+(\.\d+)?$/.test(plain)) return (value < 0 ? '-' : '') + plain;
  const [whole = '0', fraction] = plain.split('.');
  const shown = options.grouped ? group(whole, language) : whole;
  const sign = value < 0 && Number(plain) !== 0 ? '-' : '';
  return `${sign}${shown}${fraction === undefined ? '' : language.decimal + fraction}`;
}

/** At most 12 significant decimals, so that 0.1 + 0.2 reads as 0.3. */
function plainDigits(size: number): string {
  return String(Number(size.toPrecision(15)));
}

function group(whole: string, language: LanguageFacts): string {
  if (!language.lakh || whole.length <= 3) return whole.replace(/\B(?=(\d{3})+$)/g, language.thousands);
  return `${whole.slice(0, -3).replace(/\B(?=(\d\d)+$)/g, language.thousands)}${language.thousands}${whole.slice(-3)}`;
}
