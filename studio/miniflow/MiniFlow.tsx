import type { NodeGroup } from '@parley/shared/nodes/defineNode';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import type { MiniDrawing } from './layout.ts';
import { miniNode } from './layout.ts';
import styles from './MiniFlow.module.css';

/** How a node or edge of a small drawing looks: on the path taken, where it waits now, off the path, or changed between versions. */
export type MiniLook = 'plain' | 'taken' | 'here' | 'off' | 'new' | 'changed' | 'removed';

const heads = { plain: styles.headPlain, taken: styles.headTaken, new: styles.headNew };

/** Under this part of its size a picture is moved about in rather than made smaller: its words could not be read. */
const leastScale = 0.8;

/** A picture of a flow: shapes and words only, nothing to drag. `words` are the flags over nodes. */
export function MiniFlow({ drawing, label, familyOf, iconOf, node, edge, words }: {
  drawing: MiniDrawing;
  label: string;
  familyOf: (type: string) => NodeGroup;
  iconOf: (type: string) => string;
  node: (id: string) => MiniLook;
  edge: (id: string) => MiniLook;
  words: Partial<Record<MiniLook, string>>;
}) {
  const { width, height } = drawing;
  return (
    <div className={styles.ground} dir="ltr" tabIndex={0} role="img" aria-label={label}>
      <svg className={styles.picture} viewBox={`0 0 ${width} ${height}`} style={{ maxWidth: width, minWidth: Math.round(width * leastScale) }} aria-hidden="true">
        <defs>
          {(['plain', 'taken', 'new'] as const).map((look) => (
            <marker key={look} id={`mini-${look}`} viewBox="0 0 7 7" refX="6.5" refY="3.5" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path className={heads[look]} d="M0 0L7 3.5L0 7Z" /></marker>
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
            <g key={id} className={`${styles.node} ${styles[look] ?? ''}`} transform={`translate(${x} ${y})`}>
              <rect className={styles.card} width={miniNode.width} height={miniNode.height} rx="8" />
              <rect x="7" y="7" width="20" height="20" rx="5" fill={`var(--parley-${family}-soft)`} />
              <g transform="translate(11 11)" color={`var(--parley-${family})`}><NodeIcon name={iconOf(type)} size={12} /></g>
              <foreignObject x="34" y="8" width={miniNode.width - 42} height="18"><div className={styles.title} dir="auto" title={title}>{title}</div></foreignObject>
              {flag && <foreignObject x="0" y="-9" width={miniNode.width - 6} height="16"><div className={styles.flags}><span className={styles.flag}>{flag}</span></div></foreignObject>}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
