import { measureJson } from '../flow/measureJson.ts';
import type { Problem } from '../flow/problems.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { botFileFormat, botFileLimits } from './botFile.ts';
import type { BotFile } from './botFile.ts';
import { findJsonMistake } from './findJsonMistake.ts';
import { importRapidpro } from './rapidpro/importRapidpro.ts';
import { readBotFile } from './readBotFile.ts';
import { makeReporter } from './report.ts';
import type { ExchangeTool, ReportLine } from './report.ts';
import { reportBot } from './reportBot.ts';
import { importTypebot } from './typebot/importTypebot.ts';

/** A bot out of a file with what became of its parts, or what is wrong with the file and where. */
export type ReadExport = { ok: true; tool: ExchangeTool; bot: BotFile; report: ReportLine[] } | { ok: false; problems: Problem[] };

/** Reads the text of any export: ours, Typebot's, or RapidPro's, TextIt's and Glific's. Never throws. */
export function readExport(text: string, nodeTypes: NodeTypes): ReadExport {
  // Before anything is parsed: a text has at least one byte a character.
  if (text.length > botFileLimits.bytes) return refuse('', `A file to import has at most ${botFileLimits.bytes / 1_000_000} MB`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const mistake = findJsonMistake(text);
    return refuse(mistake ? `line ${mistake.line}, column ${mistake.column}` : '', mistake ? `The file is not JSON. ${mistake.message}` : 'The file is not JSON');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return refuse('', 'The file is JSON, but no export of a bot');
  const measured = measureJson(json, 2 * botFileLimits.bytes);
  if (!measured.ok) return refuse(measured.path.join('.'), measured.message);
  const reporter = makeReporter();
  const tool = toolOf(json);
  if (!tool) return refuse('', 'This is no export that can be read here. A bot of Parley, of Typebot (version 6), or flows of RapidPro, TextIt or Glific can be imported');
  const read = { parley: () => readBotFile({ ...json }, nodeTypes), typebot: () => importTypebot(json, nodeTypes, reporter), rapidpro: () => importRapidpro(json, nodeTypes, reporter) }[tool]();
  if (!read.ok) return read;
  reportBot(read.bot, nodeTypes, reporter);
  return { ok: true, tool, bot: read.bot, report: reporter.lines() };
}

function toolOf(json: object): ExchangeTool | undefined {
  if ('format' in json && json.format === botFileFormat) return 'parley';
  if ('groups' in json && 'edges' in json && 'version' in json) return 'typebot';
  if (('flows' in json && Array.isArray(json.flows)) || ('spec_version' in json && 'nodes' in json)) return 'rapidpro';
  return undefined;
}

function refuse(path: string, message: string): ReadExport {
  return { ok: false, problems: [{ path, message }] };
}
