import type { ComboboxItem, OptionsFilter } from '@mantine/core';

/** How near a name is to what is typed: the same, begins with it, a word of it does, holds it; 0 for none of these. */
function nearness(name: string, wanted: string): number {
  if (name === wanted) return 4;
  if (name.startsWith(wanted)) return 3;
  if (name.split(/\s+/).some((word) => word.startsWith(wanted))) return 2;
  return name.includes(wanted) ? 1 : 0;
}

/** What fits a search, the nearest name first and else in its own order. */
export function nearestFirst<Item extends { label: string }>(items: readonly Item[], search: string): Item[] {
  const wanted = search.trim().toLocaleLowerCase();
  if (wanted === '') return [...items];
  return items
    .map((item) => ({ item, near: nearness(item.label.toLocaleLowerCase(), wanted) }))
    .filter(({ near }) => near > 0)
    .toSorted((a, b) => b.near - a.near)
    .map(({ item }) => item);
}

/** The same for lists to choose from, which must not mark "Renew all?" for somebody who typed "Renew". */
export const filterNearest: OptionsFilter = ({ options, search }) => nearestFirst(options.filter((option): option is ComboboxItem => 'value' in option), search);
