import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readExport } from '../exchange/readExport.ts';
import type { FlowSet } from '../flow/document.ts';
import { drawFlows } from '../gallery/drawBot.ts';
import { gallery } from '../gallery/index.ts';
import { drawGolden } from '../golden/drawGolden.ts';
import { invariant } from '../lib/invariant.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { drawnBots } from './realFlows.data.ts';

const samples = ['bikeWorkshop.typebot', 'teaShop.typebot', 'vaccination.glific', 'waterSurvey.rapidpro'];

/** Bots as people draw them, by name: the gallery's, imported ones, and some with every other node type. */
export function realFlows(nodeTypes: NodeTypes): Record<string, FlowSet> {
  return Object.fromEntries([
    ...gallery.map(({ id, drawing }): [string, FlowSet] => [id, drawFlows(drawing, nodeTypes)]),
    ...samples.map((name): [string, FlowSet] => [name.split('.')[0] ?? name, imported(name, nodeTypes)]),
    ...Object.entries(drawnBots).map(([name, drawn]): [string, FlowSet] => [name, drawGolden(drawn, nodeTypes)]),
  ]);
}

function imported(name: string, nodeTypes: NodeTypes): FlowSet {
  const read = readExport(readFileSync(fileURLToPath(new URL(`../exchange/samples/${name}.json`, import.meta.url)), 'utf8'), nodeTypes);
  invariant(read.ok, `the sample ${name} is an export`);
  return { main: read.bot.main, flows: Object.fromEntries(Object.entries(read.bot.flows).map(([id, { flow }]) => [id, flow])) };
}
