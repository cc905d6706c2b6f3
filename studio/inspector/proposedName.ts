const small = /^(a|an|the)$/i;

/** A name for a variable from the words people read, as authors write names: “Date of birth” is dateOfBirth. Empty where they have no letters a to z to begin with. */
export function proposedName(words: string): string {
  const [first = '', ...more] = words.normalize('NFD').replace(/\p{M}/gu, '').split(/[^A-Za-z0-9]+/).filter((word) => word !== '' && !small.test(word));
  if (!/^[A-Za-z]/.test(first)) return '';
  return more.reduce((name, word) => (name.length + word.length > 40 ? name : name + word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()), first.toLowerCase().slice(0, 40));
}
