import { useStore, useStoreApi } from 'reactflow';
import { useEffect } from 'react';

/** While several are chosen, a tap adds to what is chosen or takes away from it, as a click with Shift does. */
export function useSeveral(several: boolean): void {
  const internals = useStoreApi();
  // React Flow turns it off whenever one of its keys is let go.
  const active = useStore(({ multiSelectionActive }) => multiSelectionActive);
  useEffect(() => {
    if (several && !active) internals.setState({ multiSelectionActive: true });
  }, [several, active, internals]);
  useEffect(() => (several ? () => internals.setState({ multiSelectionActive: false }) : undefined), [several, internals]);
}
