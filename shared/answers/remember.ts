/** Keeps what was made of the last so many short texts: labels, synonyms and words come again with every message. The results must not be changed. */
export function remember<Made>(most: number, make: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Made>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (text.length > 100) return made;
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
