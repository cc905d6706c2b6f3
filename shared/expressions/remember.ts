/** How many texts are kept, and the longest that is worth keeping. */
export interface Remembering {
  most: number;
  longest: number;
}

/** Keeps what was made of the last so many texts, where the same ones come again and again. The results must not be changed. */
export function remember<Made>({ most, longest }: Remembering, make: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Made>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (text.length > longest) return made;
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
