import { create } from 'zustand';

/** Somebody who has a flow open. */
export interface Person {
  id: string;
  name: string;
}

/** Others who have each flow open, as the socket tells. */
export const usePeople = create<Record<string, Person[]>>(() => ({}));

/** Takes over who is there now. */
export function keepPeople(flow: string, people: Person[]): void {
  usePeople.setState({ [flow]: people });
}
