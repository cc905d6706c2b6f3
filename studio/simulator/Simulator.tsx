import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Bone } from '../ui/Bone.tsx';
import type { SimulatorProps } from './SimulatorProps.ts';
import styles from './Simulator.module.css';

/** Engine, compiler and expressions are big: they come with the first look at the simulator. */
const SimulatorPanel = lazy(async () => ({ default: (await import('./SimulatorPanel.tsx')).SimulatorPanel }));

/** Talks to the drawing as a contact would, on the real engine, in the skin of a channel. Fills its column, from 270 px on. */
export function Simulator(props: SimulatorProps) {
  const { t } = useTranslation();
  return (
    <aside className={styles.simulator} aria-label={t('simulator.name')} data-panel="simulator" tabIndex={-1}>
      <Suspense fallback={<div className={styles.bones}><Bone width={200} height={30} radius={8} /><Bone width="100%" height="70%" radius={30} /><Bone width="100%" height={80} radius={10} /></div>}>
        <SimulatorPanel {...props} />
      </Suspense>
    </aside>
  );
}
