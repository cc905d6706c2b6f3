import 'reactflow/dist/base.css';
import { Background, BackgroundVariant, MiniMap, ReactFlow, ReactFlowProvider, SelectionMode, useReactFlow } from 'reactflow';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesigner, useUi } from '../store/designerContext.ts';
import { CanvasActions } from './CanvasActions.ts';
import { CanvasBar } from './CanvasBar.tsx';
import { CanvasFrame } from './CanvasFrame.tsx';
import { Cursors } from './Cursors.tsx';
import { DroppedLine } from './DroppedLine.tsx';
import { FirstStep } from './FirstStep.tsx';
import { Following } from './Following.tsx';
import { FrameCard } from './FrameCard.tsx';
import { glide } from './glide.ts';
import type { CanvasEdge, CanvasNode } from './graph.ts';
import { Guides } from './Guides.tsx';
import { NodeCard } from './NodeCard.tsx';
import { NoteCard } from './NoteCard.tsx';
import { useCanvasEvents } from './useCanvasEvents.ts';
import { useCanvasHandle } from './useCanvasHandle.ts';
import { useCanvasLink } from './useCanvasLink.ts';
import { useCanvasNodes } from './useCanvasNodes.ts';
import { Pins } from './Pins.tsx';
import { usePointing } from './usePointing.ts';
import { useSeveral } from './useSeveral.ts';
import { Way, WayMarkers } from './Way.tsx';
import styles from './Canvas.module.css';

// All of these stay the same objects: React Flow tells its parts of every new one.
const nodeTypes = { card: NodeCard, note: NoteCard, frame: FrameCard };
const edgeTypes = { way: Way };
const severalKeys = ['Control', 'Meta', 'Shift'];
const noAttribution = { hideAttribution: true };
const mapSize = { width: 104, height: 56 };
const manyNodes = 100;
const mapColor = (node: CanvasNode): string => (node.type === 'card' ? `var(--parley-${node.data.card.family})` : node.type === 'frame' ? `var(--parley-${node.data.tone}-soft)` : 'var(--parley-warn-line)');

/** The drawing. Everything outside reaches it through the store. `label` names one of several; `plain` leaves its bar and map out. */
export function Canvas({ label, plain = false }: { label?: string; plain?: boolean }) {
  return <ReactFlowProvider><CanvasInside label={label} plain={plain} /></ReactFlowProvider>;
}

function CanvasInside({ label, plain }: { label: string | undefined; plain: boolean }) {
  const { t } = useTranslation();
  const { store, ui, editable } = useDesigner();
  const { screenToFlowPosition, setCenter, getZoom } = useReactFlow();
  const several = useUi((state) => state.several);
  const { nodes, edges, obstacles, slots, guides, onNodesChange } = useCanvasNodes();
  const [connecting, setConnecting] = useState(false);
  const events = useCanvasEvents(setConnecting);
  const frame = useRef<HTMLDivElement>(null);
  useSeveral(several, frame);
  useCanvasHandle(nodes);
  usePointing(frame);
  useCanvasLink();

  const addOnEdge = useCallback((edge: string, screen: { x: number; y: number }) => {
    const way = store.getState().flow.edges[edge];
    if (way) ui.setState({ adding: { screen, at: screenToFlowPosition({ x: screen.x - 60, y: screen.y - 20 }), after: { node: way.from, exit: way.exit } } });
  }, [store, ui, screenToFlowPosition]);
  // A drag in the map carries the paper along; a press goes there at once.
  const goTo = useCallback((_: unknown, { x, y }: { x: number; y: number }) => void setCenter(x, y, { zoom: getZoom(), ...glide() }), [setCenter, getZoom]);
  const actions = useMemo(() => ({ obstacles, slots, addOnEdge }), [obstacles, slots, addOnEdge]);

  // A drag renders this in every frame, and nothing of these is another for it.
  const onPaper = useMemo(() => (
    <>
      <Background variant={BackgroundVariant.Dots} gap={18} size={1.6} color="var(--parley-canvas-dot)" bgColor="var(--parley-canvas)" />
      {!plain && <MiniMap<CanvasNode>
        className={`${styles.map ?? ''} ${editable ? styles.besideTools ?? '' : ''}`} style={mapSize} ariaLabel={t('canvas.map')} onClick={goTo} pannable zoomable nodeBorderRadius={12} maskColor="transparent" maskStrokeColor="var(--parley-thread)" offsetScale={2} bgColor="var(--parley-surface)" nodeColor={mapColor} nodeStrokeWidth={0}
      />}
      <DroppedLine />
      <Pins />
      <Cursors />
    </>
  ), [plain, editable, goTo, t]);
  const around = useMemo(() => !plain && <><CanvasBar /><FirstStep /><Following frame={frame} /></>, [plain]);

  return (
    <CanvasFrame frame={frame} connecting={connecting} label={label ?? t('canvas.name')}>
      <CanvasActions.Provider value={actions}>
        <WayMarkers />
        <ReactFlow<CanvasNode, CanvasEdge>
          nodes={nodes} edges={edges} nodeTypes={nodeTypes} edgeTypes={edgeTypes} onNodesChange={onNodesChange} {...events}
          nodesDraggable={editable} nodesConnectable={editable} edgesReconnectable={false} connectOnClick={false}
          nodesFocusable={false} edgesFocusable={false} disableKeyboardA11y deleteKeyCode={null} selectionKeyCode="Shift" multiSelectionKeyCode={severalKeys}
          selectionOnDrag={several} panOnDrag={!several} panOnScroll zoomOnDoubleClick={false} selectionMode={SelectionMode.Partial} minZoom={0.1} maxZoom={2} connectionRadius={28} nodeDragThreshold={3} connectionDragThreshold={2}
          onlyRenderVisibleElements={nodes.length > manyNodes} elevateNodesOnSelect={false} proOptions={noAttribution}
        >
          {onPaper}
          <Guides guides={guides} />
        </ReactFlow>
        {around}
      </CanvasActions.Provider>
    </CanvasFrame>
  );
}
