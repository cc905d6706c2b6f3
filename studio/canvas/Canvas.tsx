import 'reactflow/dist/base.css';
import { Background, BackgroundVariant, MiniMap, ReactFlow, ReactFlowProvider, SelectionMode, useReactFlow } from 'reactflow';
import { useCallback, useMemo, useState } from 'react';
import type { DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { add, lead } from '../commands/actions.ts';
import { useDesigner } from '../store/designerContext.ts';
import { draggedNode } from '../store/draggedNode.ts';
import { useCanvasHandle } from './useCanvasHandle.ts';
import { useCanvasNodes } from './useCanvasNodes.ts';
import { CanvasActions } from './CanvasActions.ts';
import { CanvasBar } from './CanvasBar.tsx';
import { CanvasFrame } from './CanvasFrame.tsx';
import type { CanvasEdge, CanvasNode } from './graph.ts';
import { NodeCard } from './NodeCard.tsx';
import { NoteCard } from './NoteCard.tsx';
import { Way, WayMarkers } from './Way.tsx';
import styles from './Canvas.module.css';

const nodeTypes = { card: NodeCard, note: NoteCard };
const edgeTypes = { way: Way };
const manyNodes = 300;

/** The drawing. Everything outside reaches it through the store. */
export function Canvas() {
  return <ReactFlowProvider><CanvasInside /></ReactFlowProvider>;
}

function CanvasInside() {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { store, ui, editable } = desk;
  const { screenToFlowPosition } = useReactFlow();
  const { nodes, edges, obstacles, onNodesChange } = useCanvasNodes();
  const [connecting, setConnecting] = useState(false);
  useCanvasHandle(nodes);

  const addOnEdge = useCallback((edge: string, screen: { x: number; y: number }) => {
    const way = store.getState().flow.edges[edge];
    if (way) ui.setState({ adding: { screen, at: screenToFlowPosition({ x: screen.x - 60, y: screen.y - 20 }), after: { node: way.from, exit: way.exit } } });
  }, [store, ui, screenToFlowPosition]);
  const actions = useMemo(() => ({ obstacles, addOnEdge }), [obstacles, addOnEdge]);

  const moved = (dragged: readonly CanvasNode[]): void => {
    store.change(t('gesture.move', { count: dragged.length }), (flow) => {
      for (const { id, position } of dragged) {
        const thing = flow.nodes[id] ?? flow.notes[id];
        if (thing) Object.assign(thing, { x: Math.round(position.x), y: Math.round(position.y) });
      }
    });
  };

  const drop = (event: DragEvent): void => {
    const type = event.dataTransfer.getData(draggedNode);
    if (!type) return;
    event.preventDefault();
    const edge = document.elementsFromPoint(event.clientX, event.clientY).find((element) => element.closest('.react-flow__edge'))?.closest('.react-flow__edge')?.getAttribute('data-id');
    const at = screenToFlowPosition({ x: event.clientX - 60, y: event.clientY - 18 });
    add(desk, { type, at, ...(edge && { edge }) });
    ui.getState().canvas?.focus();
  };

  return (
    <CanvasFrame connecting={connecting}>
      <CanvasActions.Provider value={actions}>
        <WayMarkers />
        <ReactFlow<CanvasNode, CanvasEdge>
          nodes={nodes} edges={edges} nodeTypes={nodeTypes} edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onNodeDragStop={(_, __, dragged) => moved(dragged)}
          onSelectionDragStop={(_, dragged) => moved(dragged)}
          onConnectStart={() => setConnecting(true)}
          onConnect={({ source, sourceHandle, target }) => { if (sourceHandle) lead(desk, source, sourceHandle, target); }}
          onConnectEnd={(event, state) => {
            setConnecting(false);
            const from = state.fromNode?.id;
            const exit = state.fromHandle?.id;
            if (state.isValid || !from || !exit) return;
            const point = 'changedTouches' in event ? event.changedTouches[0] : event;
            if (!point) return;
            const on = document.elementFromPoint(point.clientX, point.clientY);
            const card = on?.closest('[data-node]')?.getAttribute('data-node');
            if (card) lead(desk, from, exit, card);
            else if (on?.closest('.react-flow__pane')) ui.setState({ adding: { screen: { x: point.clientX, y: point.clientY }, at: screenToFlowPosition({ x: point.clientX, y: point.clientY - 18 }), after: { node: from, exit } } });
          }}
          onEdgeClick={(_, { id }) => ui.setState({ edge: id, selection: [] })}
          onPaneClick={() => ui.setState({ selection: [], edge: undefined, connecting: undefined })}
          onNodeClick={(_, { id }) => {
            const waiting = ui.getState().connecting;
            if (!waiting) return;
            ui.setState({ connecting: undefined });
            lead(desk, waiting.from, waiting.exit, id);
          }}
          onNodeDoubleClick={(_, { id }) => ui.setState(store.getState().flow.notes[id] ? { renaming: id } : { wish: { field: '' } })}
          onDragOver={(event) => { if (editable && event.dataTransfer.types.includes(draggedNode)) { event.preventDefault(); event.dataTransfer.dropEffect = 'copy'; } }}
          onDrop={drop}
          nodesDraggable={editable} nodesConnectable={editable} edgesReconnectable={false}
          nodesFocusable={false} edgesFocusable={false} disableKeyboardA11y deleteKeyCode={null} selectionKeyCode="Shift" multiSelectionKeyCode={['Control', 'Meta', 'Shift']}
          panOnScroll zoomOnDoubleClick={false} selectionMode={SelectionMode.Partial} minZoom={0.1} maxZoom={2} connectionRadius={28} nodeDragThreshold={3} connectionDragThreshold={2}
          onlyRenderVisibleElements={nodes.length > manyNodes} elevateNodesOnSelect={false} fitView fitViewOptions={{ padding: 0.12, maxZoom: 1 }} proOptions={{ hideAttribution: true }}
        >
          <Background variant={BackgroundVariant.Dots} gap={18} size={1.6} color="var(--parley-canvas-dot)" bgColor="var(--parley-canvas)" />
          <MiniMap<CanvasNode>
            className={styles.map ?? ''} style={{ width: 104, height: 56 }} ariaLabel={t('canvas.map')} pannable zoomable nodeBorderRadius={12} maskColor="transparent" maskStrokeColor="var(--parley-thread)" maskStrokeWidth={1.5} offsetScale={2} bgColor="var(--parley-surface)"
            nodeColor={(node) => (node.type === 'card' ? `var(--parley-${node.data.card.family})` : 'var(--parley-warn-line)')} nodeStrokeWidth={0}
          />
        </ReactFlow>
        <CanvasBar />
      </CanvasActions.Provider>
    </CanvasFrame>
  );
}
