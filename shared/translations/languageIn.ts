/** The language of a bot that a tag of a file means: the same one (`pt_br` is `pt-BR`), else the only one of the same base; undefined when there is none. */
export function languageIn(tag: string, languages: readonly string[]): string | undefined {
  const wanted = tag.trim().replaceAll('_', '-').toLowerCase();
  const same = languages.find((language) => language.toLowerCase() === wanted);
  if (same !== undefined || !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(wanted)) return same;
  const base = baseOf(wanted);
  const near = languages.filter((language) => baseOf(language.toLowerCase()) === base && (language.toLowerCase() === base || wanted === base));
  return near.length === 1 ? near[0] : undefined;
}

function baseOf(tag: string): string {
  return tag.split('-', 1)[0] ?? tag;
}
