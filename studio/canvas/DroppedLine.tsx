import { getBezierPath, Position, useInternalNode, useReactFlow, useStore, ViewportPortal } from 'reactflow';
import { useUi } from '../store/designerContext.ts';
import type { AddMenuWish } from '../store/uiStore.ts';
import styles from './DroppedLine.module.css';

/** The line of an edge that was dropped on empty ground, from its exit to the menu that asks what to put there, until that closes. */
export function DroppedLine() {
  const adding = useUi((state) => state.adding);
  return adding?.dropped && adding.after ? <Line screen={adding.screen} {...adding.after} /> : null;
}

function Line({ screen, node, exit }: Pick<AddMenuWish, 'screen'> & { node: string; exit: string }) {
  const { screenToFlowPosition } = useReactFlow();
  // The menu stands on the screen: the line leads there also when the paper moves below it.
  useStore(({ transform }) => transform);
  const from = useInternalNode(node);
  const handle = from?.internals.handleBounds?.source?.find(({ id }) => id === exit);
  if (!from || !handle) return null;
  const { x, y } = from.internals.positionAbsolute;
  const to = screenToFlowPosition(screen, { snapToGrid: false });
  const [path] = getBezierPath({ sourceX: x + handle.x + handle.width, sourceY: y + handle.y + handle.height / 2, sourcePosition: Position.Right, targetX: to.x, targetY: to.y, targetPosition: Position.Left });
  return <ViewportPortal><svg className={styles.line} aria-hidden="true" data-dropped><path className="react-flow__connection-path" d={path} /></svg></ViewportPortal>;
}
