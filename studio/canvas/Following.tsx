import { useReactFlow } from 'reactflow';
import { useEffect } from 'react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesigner, useUi } from '../store/designerContext.ts';
import { colourStyle, pointerOf, useOthers } from '../store/others.ts';
import { glide } from './glide.ts';
import styles from './Others.module.css';

/** Looks where somebody else looks until this person moves. Says whom. */
export function Following({ frame }: { frame: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation();
  const { ui, flowId, openFlow } = useDesigner();
  const { setViewport } = useReactFlow();
  const following = useUi((state) => state.following);
  const person = useOthers(({ people }) => people.find(({ id }) => id === following));
  const pointer = useOthers((state) => (following ? pointerOf(state, following)?.point : undefined));
  const colours = useOthers((state) => state.colours);
  const gone = following !== undefined && !person;

  useEffect(() => { if (gone) ui.setState({ following: undefined }); }, [gone, ui]);
  useEffect(() => {
    if (!pointer) return;
    if (pointer.flowId !== flowId) {
      openFlow(pointer.flowId);
      return;
    }
    const box = frame.current?.getBoundingClientRect();
    const { seen } = pointer;
    if (box && seen) void setViewport({ x: box.width / 2 - seen.x * seen.zoom, y: box.height / 2 - seen.y * seen.zoom, zoom: seen.zoom }, glide(120));
    // Only what is looked at, not each move of the pointer.
    // eslint-disable-next-line react/exhaustive-deps
  }, [pointer?.flowId, pointer?.seen?.x, pointer?.seen?.y, pointer?.seen?.zoom, flowId, openFlow, setViewport, frame]);

  useEffect(() => {
    const area = frame.current;
    if (!following || !area) return undefined;
    const stop = (): void => ui.setState({ following: undefined });
    // Whatever this person does on the canvas is a move of their own.
    const moves = ['pointerdown', 'wheel', 'keydown'] as const;
    for (const move of moves) area.addEventListener(move, stop, { capture: true, passive: true });
    const out = ({ key }: KeyboardEvent): void => { if (key === 'Escape') stop(); };
    globalThis.addEventListener('keydown', out);
    return () => {
      for (const move of moves) area.removeEventListener(move, stop, { capture: true });
      globalThis.removeEventListener('keydown', out);
    };
  }, [following, ui, frame]);

  if (!person) return <span className="sr" role="status" />;
  return <div className={styles.follow} style={colourStyle(colours, person.id)}><span role="status" dir="auto">{t('together.following', { name: person.name })}</span></div>;
}
