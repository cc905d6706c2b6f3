import type { Flow } from '../flow/document.ts';
import { parseFlow } from '../flow/parseFlow.ts';
import { droppedKeys, problemsOf } from '../flow/problems.ts';
import type { Problem } from '../flow/problems.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { botFileLimits, botFileSchema, botFileSchemaVersion } from './botFile.ts';
import type { BotFile } from './botFile.ts';

/** A bot out of a file of ours, or what is wrong with the file and where. */
export type ReadBot = { ok: true; bot: BotFile } | { ok: false; problems: Problem[] };

/** Reads the JSON of a bot file; older flows are migrated, nothing is dropped silently. */
export function readBotFile(json: { readonly [key: string]: unknown }, nodeTypes: NodeTypes): ReadBot {
  const made = json['schema'];
  if (typeof made === 'number' && made > botFileSchemaVersion) {
    return refuse('schema', `This file was made by a newer Parley (schema ${made}, this one reads up to ${botFileSchemaVersion}); update Parley to import it`);
  }
  const parsed = botFileSchema.safeParse(json);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, []) };
  const { format: _format, schema: _schema, flows: written, ...rest } = parsed.data;
  const problems = droppedKeys(json, parsed.data);
  if (Object.keys(written).length > botFileLimits.flows) problems.push({ path: 'flows', message: `A bot has at most ${botFileLimits.flows} flows` });
  const flows: BotFile['flows'] = {};
  for (const [id, { name, flow }] of Object.entries(written)) {
    const read = parseFlow(flow, nodeTypes);
    if (read.ok) flows[id] = { name, flow: read.flow };
    else problems.push(...read.problems.map(({ path, message }) => ({ path: [`flows.${id}.flow`, path].filter(Boolean).join('.'), message })));
  }
  problems.push(...(problems.length === 0 ? kindProblems(flows, rest.main) : []));
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, 100) } : { ok: true, bot: { ...rest, flows } };
}

/** One main flow, and every other one can be called. */
function kindProblems(flows: Readonly<Record<string, { flow: Flow }>>, main: string): Problem[] {
  if (!Object.hasOwn(flows, main)) return [{ path: 'main', message: `There is no flow ${main} in the file` }];
  return Object.entries(flows).flatMap(([id, { flow }]) => {
    const wanted = id === main ? 'bot' : 'subflow';
    return flow.kind === wanted ? [] : [{ path: `flows.${id}.flow.kind`, message: `Expected ${wanted}: ${id === main ? 'it is the main flow' : 'it is not the main flow'}` }];
  });
}

function refuse(path: string, message: string): ReadBot {
  return { ok: false, problems: [{ path, message }] };
}
