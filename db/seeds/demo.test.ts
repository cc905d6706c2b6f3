import { describe, expect, test } from 'vitest';
import { verify } from '@parley/shared/issues/verify';
import { nodeTypes } from '@parley/shared/nodes/index';
import { translatableTexts } from '@parley/shared/flow/translatableTexts';
import { demoFlow } from './demo.ts';

const flow = demoFlow(nodeTypes);

describe('the demo flow', () => {
  test('is proven: no errors, no warnings', () => {
    const { issues, facts } = verify({ main: 'main', flows: { main: flow } }, nodeTypes);
    expect(issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(facts.nodes).toBe(Object.keys(flow.nodes).length);
    expect(facts.checked.length).toBeGreaterThan(15);
  });

  test('a fault in it would be seen', () => {
    const { 'confirm-yes': _, ...edges } = flow.edges;
    const { issues } = verify({ main: 'main', flows: { main: { ...flow, edges } } }, nodeTypes);
    expect(issues.filter(({ severity, nodeId }) => severity === 'error' && nodeId === 'confirm').length).toBeGreaterThan(0);
  });

  test('every text is there in every language and says the same things about the same variables', () => {
    const holes = (text: string): string[] => Array.from(text.matchAll(/\{\{(.+?)\}\}/g), ([, cel]) => cel ?? '').sort();
    const texts = translatableTexts(flow, nodeTypes);
    expect(texts.length).toBeGreaterThan(40);
    for (const { key, original, languages } of texts) {
      expect([key, languages]).toEqual([key, { fr: 'ok', hi: 'ok' }]);
      for (const language of ['fr', 'hi']) expect([key, holes(flow.translations[language]?.[key]?.text ?? '')]).toEqual([key, holes(original)]);
    }
  });

  test('no two nodes lie on one another', () => {
    const places = Object.values(flow.nodes).map(({ x, y }) => `${x},${y}`);
    expect(new Set(places).size).toBe(places.length);
  });
});
