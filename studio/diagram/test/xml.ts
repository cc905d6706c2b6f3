/** What is wrong with a text as XML: tags that do not close, attributes and entities no reader takes, signs XML cannot hold. Empty when it is well-formed. */
export function problemsOfXml(text: string): string[] {
  const problems: string[] = [];
  const open: string[] = [];
  if (/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/u.test(text)) problems.push('a character XML does not have');
  let rest = text;
  while (rest !== '') {
    const tag = /^<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/.exec(rest);
    const words = /^[^<&]+|^&(?:amp|lt|gt|quot|#\d+);/.exec(rest);
    const found = tag ?? words;
    if (!found) {
      problems.push(`cannot be read at ${rest.slice(0, 40)}`);
      break;
    }
    if (tag) {
      const [, closing, name = '', attributes = '', alone] = tag;
      if (/&(?!(?:amp|lt|gt|quot|#\d+);)/.test(attributes)) problems.push(`an ampersand in ${name}`);
      const names = [...attributes.matchAll(/([\w:-]+)=/g)].map(([, attribute]) => attribute);
      if (new Set(names).size < names.length) problems.push(`an attribute of ${name} stands twice`);
      if (closing && open.pop() !== name) problems.push(`</${name}> closes nothing`);
      if (!closing && !alone) open.push(name);
    }
    rest = rest.slice(found[0].length);
  }
  if (open.length > 0) problems.push(`${open.join(', ')} stays open`);
  return problems;
}
