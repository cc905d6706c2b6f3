import type { NodeGroup } from '@parley/shared/nodes/defineNode';
import type { MiniDrawing } from './layout.ts';
import { miniNode } from './layout.ts';
import styles from './MiniFlow.module.css';

/** How a node or edge of a small drawing looks: on the path taken, where it waits now, off the path, or changed between versions. */
export type MiniLook = 'plain' | 'taken' | 'here' | 'off' | 'new' | 'changed' | 'removed';

/** A picture of a flow: shapes and words only, nothing to drag. `words` are the flags over nodes. */
export function MiniFlow({ drawing, label, familyOf, node, edge, words, onPick }: {
  drawing: MiniDrawing;
  label: string;
  familyOf: (type: string) => NodeGroup;
  node: (id: string) => MiniLook;
  edge: (id: string) => MiniLook;
  words: Partial<Record<MiniLook, string>>;
  onPick?: (id: string) => void;
}) {
  const { width, height } = drawing;
  return (
    <div className={styles.ground}>
      <svg className={styles.picture} viewBox={`0 0 ${width} ${height}`} style={{ maxWidth: Math.max(width, 260), maxHeight: 320 }} role="img" aria-label={label}>
        <defs>
          {(['plain', 'taken', 'new'] as const).map((look) => (
            <marker key={look} id={`mini-${look}`} viewBox="0 0 7 7" refX="6.5" refY="3.5" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path className={styles[`head-${look}`]} d="M0 0L7 3.5L0 7Z" /></marker>
          ))}
        </defs>
        {drawing.edges.map(({ id, path }) => {
          const look = edge(id);
          return <path key={id} className={`${styles.edge} ${styles[look] ?? ''}`} d={path} markerEnd={`url(#mini-${look === 'taken' ? 'taken' : look === 'new' ? 'new' : 'plain'})`} />;
        })}
        {drawing.nodes.map(({ id, title, type, x, y }) => {
          const look = node(id);
          const flag = words[look];
          const family = familyOf(type);
          return (
            <g key={id} className={`${styles.node} ${styles[look] ?? ''}`} transform={`translate(${x} ${y})`} onClick={onPick && (() => onPick(id))} style={onPick && { cursor: 'pointer' }}>
              <rect className={styles.card} width={miniNode.width} height={miniNode.height} rx="8" />
              <rect x="7" y="8" width="18" height="18" rx="5" fill={`var(--parley-${family}-soft)`} />
              <rect x="13" y="14" width="6" height="6" rx="2" fill={`var(--parley-${family})`} />
              <text className={styles.title} x="32" y="21">{title.length > 17 ? `${title.slice(0, 16)}…` : title}<title>{title}</title></text>
              {flag && <g transform={`translate(${miniNode.width - 6 - flag.length * 6.2 - 12} -9)`}><rect className={styles.flag} width={flag.length * 6.2 + 12} height="16" rx="8" /><text className={styles.word} x="6" y="11.5">{flag}</text></g>}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
