import { IconFrame, IconNote, IconSettings, IconVariable } from '@tabler/icons-react';
import type { FlowPlace } from '@parley/shared/flow/replacePlaces';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOfLanguage } from '../ui/nameOfLanguage.ts';
import { titleOf } from '../store/cardOf.ts';
import { useDesigner, useFlowNames } from '../store/designerContext.ts';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import { Tile } from '../ui/Tile.tsx';
import { excerpt } from './excerpt.ts';
import styles from './FindPanel.module.css';

const glyphs = { notes: IconNote, frames: IconFrame, settings: IconSettings, variables: IconVariable, translations: IconSettings };

/** The places that were found, one row each; a row goes to its card and field. */
export function PlaceList({ places, at, onGo }: { places: readonly FlowPlace[]; at: number; onGo: (index: number) => void }) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => { list.current?.children[at]?.scrollIntoView({ block: 'nearest' }); }, [at]);
  return (
    <ul ref={list} id="find-places" className={styles.list} aria-label={t('find.results')}>
      {places.map((place, index) => <Row key={`${place.flow}${place.path.join('.')}${place.from}${place.kind}`} place={place} index={index} current={index === at} onGo={onGo} />)}
    </ul>
  );
}

const Row = memo(function Row({ place, index, current, onGo }: { place: FlowPlace; index: number; current: boolean; onGo: (index: number) => void }) {
  const { t } = useTranslation();
  const { book, nodeTypes, flowId } = useDesigner();
  const names = useFlowNames();
  const { nodeId, path, language, label, fixed, flow } = place;
  const node = nodeId === undefined ? undefined : book.flows.getState()[flow]?.store.getState().flow.nodes[nodeId];
  const type = node && nodeTypes[node.type];
  const top = path[0] as keyof typeof glyphs;
  const Glyph = glyphs[top] ?? IconSettings;
  const title = node ? titleOf(node, type) : t({ notes: 'find.note', frames: 'find.frame', variables: 'find.declared' }[top as string] ?? 'find.settings');
  const where = [flow === flowId ? '' : flow === book.main ? t('designer.mainFlow') : names[flow] ?? '', label ?? '', language ? nameOfLanguage(language) : '', fixed === 'type' ? t('find.type') : ''].filter(Boolean).join(' · ');
  const { before, found, after } = excerpt(place);
  return (
    <li>
      <button type="button" className={styles.row} aria-current={current || undefined} title={fixed === 'expression' ? t('find.expression') : undefined} onClick={() => onGo(index)}>
        {type ? <Tile family={type.group} size={20}><NodeIcon name={type.icon} size={12} /></Tile> : <Tile family="plain" size={20}><Glyph size={12} stroke={1.75} /></Tile>}
        <span className={styles.lines}>
          <span className={styles.line}><b className="cut" dir="auto">{title}</b><span className={`${styles.where} cut`}>{where}</span></span>
          <span className={`${styles.text} ${place.kind === 'variable' || fixed === 'expression' ? styles.code : ''}`} dir="auto">{before}<mark>{found}</mark>{after}</span>
        </span>
      </button>
    </li>
  );
});
