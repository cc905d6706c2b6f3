/** The kind of data a drag from the palette carries: the type of the node. */
export const draggedNode = 'application/x-parley-node';
