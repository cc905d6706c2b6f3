import type { CSSProperties } from 'react';
import { initialsOf } from '../ui/initialsOf.ts';
import { colourStyle, useOthers } from '../store/others.ts';
import type { Person } from '../store/others.ts';
import { useDesigner } from '../store/designerContext.ts';
import styles from './Others.module.css';

const none: readonly Person[] = [];

/** Who else has chosen this card or note; drawn again only when that changes. */
export function useChosenBy(id: string): { people: readonly Person[]; style: CSSProperties | undefined } {
  const { flowId } = useDesigner();
  const people = useOthers(({ chosen }) => chosen[`${flowId}/${id}`]) ?? none;
  const colours = useOthers((state) => state.colours);
  return { people, style: people[0] && colourStyle(colours, people[0].id) };
}

/** The outline in the colour of whoever has chosen this, and their initials. */
export function ChosenBy({ people }: { people: readonly Person[] }) {
  const colours = useOthers((state) => state.colours);
  if (people.length === 0) return null;
  return (
    <>
      <span className={styles.ring} aria-hidden="true" />
      <span className={styles.tags} aria-hidden="true">{people.slice(0, 4).map(({ id, name }) => <span key={id} className={styles.tag} title={name} style={colourStyle(colours, id)}>{initialsOf(name) || '?'}</span>)}{people.length > 4 && <span className={styles.tag}>+{people.length - 4}</span>}</span>
    </>
  );
}
