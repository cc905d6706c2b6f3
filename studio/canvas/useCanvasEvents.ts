import { useReactFlow } from 'reactflow';
import type { Connection, FinalConnectionState, ReactFlowProps } from 'reactflow';
import { useMemo } from 'react';
import type { DragEvent } from 'react';
import { select } from '../commands/actions.ts';
import { addAndWrite, lead } from '../commands/adding.ts';
import { importFile } from '../imports/importFile.ts';
import { useDesigner } from '../store/designerContext.ts';
import { draggedNode, readDragged } from '../store/draggedNode.ts';
import type { CanvasEdge, CanvasNode } from './graph.ts';

type Events = Pick<ReactFlowProps<CanvasNode, CanvasEdge>, 'onNodeDragStart' | 'onConnectStart' | 'onConnect' | 'onConnectEnd' | 'onEdgeClick' | 'onPaneClick' | 'onNodeClick' | 'onNodeDoubleClick' | 'onDragOver' | 'onDrop'>;

/**
 * What the pointer does on the canvas. The functions stay the same ones: React Flow tells all its parts whenever one of them is
 * new, which costs seconds on a large drawing.
 */
export function useCanvasEvents(setConnecting: (connecting: boolean) => void): Events {
  const desk = useDesigner();
  const { screenToFlowPosition } = useReactFlow();
  return useMemo((): Events => {
    const { store, ui, editable } = desk;
    return {
      // A frame is taken hold of by its title, and chosen by hand: see `graph`.
      onNodeDragStart: (_, { id, type }) => { if (type === 'frame' && !ui.getState().selection.includes(id)) select(desk, [id]); },
      onConnectStart: () => setConnecting(true),
      onConnect: ({ source, sourceHandle, target }: Connection) => { if (sourceHandle) lead(desk, source, sourceHandle, target); },
      onConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
        setConnecting(false);
        const from = state.fromNode?.id;
        const exit = state.fromHandle?.id;
        const point = 'changedTouches' in event ? event.changedTouches[0] : event;
        if (state.isValid || !from || !exit || !point) return;
        const on = document.elementFromPoint(point.clientX, point.clientY);
        const card = on?.closest('[data-node]')?.getAttribute('data-node');
        if (card) lead(desk, from, exit, card);
        else if (on?.closest('.react-flow__pane')) ui.setState({ adding: { screen: { x: point.clientX, y: point.clientY }, at: screenToFlowPosition({ x: point.clientX, y: point.clientY - 18 }), after: { node: from, exit }, dropped: true } });
      },
      onEdgeClick: (_, { id }) => ui.setState({ edge: id, selection: [] }),
      onPaneClick: ({ clientX, clientY }) => {
        const at = screenToFlowPosition({ x: clientX, y: clientY });
        if (ui.getState().commenting === 'place') ui.setState({ view: 'comments', thread: undefined, commenting: { x: Math.round(at.x), y: Math.round(at.y) } });
        else ui.setState({ selection: [], edge: undefined, connecting: undefined });
      },
      onNodeClick: (event, { id, type }) => {
        const { connecting: waiting, selection, several, commenting } = ui.getState();
        if (commenting === 'place') {
          ui.setState({ view: 'comments', thread: undefined, commenting: store.getState().flow.nodes[id] ? { node: id } : commenting });
          return;
        }
        const adds = several || event.shiftKey || event.metaKey || event.ctrlKey;
        if (!waiting && type === 'frame') {
          ui.setState({ selection: !adds ? [id] : selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id], edge: undefined });
          return;
        }
        // One of several that are chosen, pressed without a drag, is meant alone.
        if (!waiting && selection.length > 1 && !adds) ui.setState({ selection: [id], edge: undefined });
        if (!waiting) return;
        ui.setState({ connecting: undefined });
        lead(desk, waiting.from, waiting.exit, id);
      },
      onNodeDoubleClick: (_, { id }) => ui.setState(store.getState().flow.nodes[id] ? { wish: { field: '' }, column: 'inspector' } : { renaming: id }),
      onDragOver: (event: DragEvent) => {
        if (!editable || !(event.dataTransfer.types.includes(draggedNode) || event.dataTransfer.types.includes('Files'))) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      onDrop: (event: DragEvent) => {
        const [file] = event.dataTransfer.files;
        if (file && editable) {
          event.preventDefault();
          void importFile(desk, file, screenToFlowPosition({ x: event.clientX, y: event.clientY }));
        }
        const addition = readDragged(event.dataTransfer.getData(draggedNode));
        if (!addition) return;
        event.preventDefault();
        const edge = document.elementsFromPoint(event.clientX, event.clientY).map((element) => element.closest('.react-flow__edge')).find((found) => found !== null)?.getAttribute('data-id');
        const at = screenToFlowPosition({ x: event.clientX - 60, y: event.clientY - 18 });
        addAndWrite(desk, { ...addition, at, ...(edge && { edge }) });
      },
    };
  }, [desk, screenToFlowPosition, setConnecting]);
}
