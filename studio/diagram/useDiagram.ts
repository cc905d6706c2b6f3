import { createElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { tokens } from '../app/tokens.ts';
import { useDesigner, useFlow, useFlowNames, useUi } from '../store/designerContext.ts';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import { fontsFor } from './fonts.ts';
import { mermaidOf } from './mermaid.ts';
import { sceneOf } from './scene.ts';
import type { Scene } from './scene.ts';
import { svgOf } from './svg.ts';

const light = tokens.light;
const ofFamily = (family: 'talk' | 'decide' | 'think' | 'connect' | 'work' | 'ends') => ({ fill: light[`${family}-soft`], line: light[family], text: light.text });
const mermaidColours = { talk: ofFamily('talk'), decide: ofFamily('decide'), think: ofFamily('think'), connect: ofFamily('connect'), work: ofFamily('work'), ends: ofFamily('ends') };

/** The open flow, or what is chosen of it, ready to be made into a picture or text. */
export interface Diagram {
  scene: Scene;
  name: string;
  svg: (scheme: 'light' | 'dark') => Promise<string>;
  mermaid: () => string;
}

/** Makes pictures and texts of the open flow as it stands. */
export function useDiagram(selected: boolean): Diagram {
  const { t } = useTranslation();
  const { nodeTypes, flowId } = useDesigner();
  const flow = useFlow();
  const names = useFlowNames();
  const opened = useUi((state) => state.opened);
  const selection = useUi((state) => state.selection);
  return useMemo(() => {
    const scene = sceneOf({ flow, nodeTypes, flowNames: names, opened, only: selected ? new Set(selection) : undefined });
    const name = names[flowId] ?? '';
    return {
      scene,
      name,
      svg: async (scheme) => {
        const { renderToStaticMarkup } = await import('react-dom/server');
        const look = {
          colours: tokens[scheme], title: name, more: (count: number) => t('canvas.moreExits', { count }),
          glyph: (icon: string) => renderToStaticMarkup(createElement(NodeIcon, { name: icon, size: 14 })),
        };
        return svgOf(scene, { ...look, fonts: await fontsFor(svgOf(scene, { ...look, fonts: '' })) });
      },
      mermaid: () => mermaidOf(scene, { title: name, colours: mermaidColours }),
    };
  }, [flow, nodeTypes, names, opened, selection, selected, flowId, t]);
}
