import { chromium } from '@playwright/test';
import { compile } from '@parley/shared/compiler/compile';
import type { Flow, FlowSet } from '@parley/shared/flow/document';
import { parseFlow } from '@parley/shared/flow/parseFlow';
import { verify } from '@parley/shared/issues/verify';
import { nodeTypes } from '@parley/shared/nodes/index';
import { signIn } from '../api.ts';
import { owner, removeData, startServer } from '../stack.ts';
import { largeFlow } from './largeFlow.ts';
import { median, printTable } from './print.ts';
import { dragging, panning } from './studioFrames.ts';
import { checkingCode, openLarge, publishing, tidying, typing } from './studioWork.ts';

const sizes = [200, 500, 1_000];

/** Median milliseconds of five runs after one that warms up, each with a drawing of its own, whose making is not counted. */
function timed(draw: () => Flow, run: (set: FlowSet) => void): number {
  const once = (): number => {
    const set = { main: 'main', flows: { main: draw() } };
    const started = performance.now();
    run(set);
    return performance.now() - started;
  };
  once();
  return median(Array.from({ length: 5 }, once));
}

/** A large drawing as it comes from the server. */
function fresh(size: number): Flow {
  const parsed = parseFlow(largeFlow(size), nodeTypes);
  if (!parsed.ok) throw new Error(`The measured drawing is wrong: ${JSON.stringify(parsed.problems.slice(0, 3))}`);
  return parsed.flow;
}

/** Gives the same drawing again and again, each time with one text edited. */
function editing(flow: Flow): () => Flow {
  const node = flow.nodes['n1'];
  if (!node) throw new Error('The measured drawing has no n1.');
  let edits = 0;
  return () => ({ ...flow, nodes: { ...flow.nodes, n1: { ...node, data: { ...node.data, text: `Edit ${edits += 1}, {{name}}.` } } } });
}

/** The studio with large drawings: compile and verify here, open and drag in a real browser. */
export async function studio(): Promise<void> {
  const executablePath = process.env['CHROME_PATH'];
  if (!executablePath) {
    console.log('No browser was found: the studio is not measured.');
    return;
  }
  const server = await startServer({ env: { PARLEY_DEMO: '0' } });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'] });
  try {
    const api = await signIn(server.url);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${server.url}/sign-in`);
    await page.getByLabel('E-mail').fill(owner.email);
    await page.getByLabel('Password', { exact: true }).fill(owner.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Bots' }).waitFor();

    const rows: (string | number)[][] = [['nodes', 'open ms', 'drag p95 ms/frame', 'pan p95 ms/frame', 'verify ms', 'verify an edit ms', 'compile ms']];
    for (const size of sizes) {
      const flow = fresh(size);
      const bot = await api.post<{ id: string; flowId: string }>('/api/v1/bots', { name: `Large ${size}` });
      const draft = await api.get<{ revision: number }>(`/api/v1/flows/${bot.flowId}/draft`);
      await api.put(`/api/v1/flows/${bot.flowId}/draft`, { revision: draft.revision, flow });
      const started = performance.now();
      await page.goto(`${server.url}/bots/${bot.id}/flows/${bot.flowId}`);
      await page.locator('.react-flow__node').first().waitFor();
      const open = performance.now() - started;
      rows.push([String(size), open, await dragging(page), await panning(page), timed(() => fresh(size), (set) => verify(set, nodeTypes)), timed(editing(flow), (set) => verify(set, nodeTypes)), timed(() => fresh(size), (set) => compile(set, nodeTypes))]);
      // Nothing was heard while that was computed: connections that the server ended meanwhile are to be known as ended.
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
    printTable('Studio', rows);
    const opened = await openLarge(page, api, 500);
    const typed = await typing(page);
    await openLarge(page, api, 1_000);
    const tidied = await tidying(page);
    const checked = await checkingCode(api, 500);
    printTable('Studio at work', [
      ['', 'ms', 'promised'],
      ['open 500 nodes', opened, '< 1000'],
      ['a key in the inspector to its frame, p95, 500 nodes', typed, '< 50'],
      ['tidy 1,000 nodes', tidied.took, ''],
      ['longest frame while the worker lays them out', tidied.longestWhileLaidOut, ''],
      ['longest frame until they stand there', tidied.longest, ''],
      ['open 5,000 nodes', await openLarge(page, api, 5_000), 'opens'],
      ['publish 50 nodes to the first message of the new version', await publishing(api), '<= 1000'],
      [`code beside the engine, 500 nodes: ${checked.steps} events, ${checked.left} left out`, checked.ms, '<= 1500'],
    ]);
  } finally {
    await browser.close();
    await server.stop();
    removeData(server);
  }
}
