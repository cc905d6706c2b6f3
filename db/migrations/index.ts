import schemas from './0001_schemas.sql?raw';
import people from './0002_people.sql?raw';
import sockets from './0003_sockets.sql?raw';
import lanes from './0010_lanes.sql?raw';
import bots from './0020_bots.sql?raw';
import records from './0021_records.sql?raw';
import processes from './0022_processes.sql?raw';
import jobPools from './0030_job_pools.sql?raw';
import media from './0040_media.sql?raw';
import credentials from './0041_credentials.sql?raw';
import models from './0042_models.sql?raw';
import callbacks from './0043_callbacks.sql?raw';
import conversationTests from './0044_conversation_tests.sql?raw';
import history from './0045_history.sql?raw';
import comments from './0046_comments.sql?raw';
import plugins from './0047_plugins.sql?raw';
import callbackTrials from './0048_callback_trials.sql?raw';
import removedFlows from './0049_removed_flows.sql?raw';
import flowAbsences from './0050_flow_absences.sql?raw';
import callbackLanguage from './0051_callback_language.sql?raw';
import { laneFunctions } from '../functions/index.ts';

/** One forward-only step: plain SQL in a transaction of its own. */
export interface Migration {
  /** `NNNN_words`, the file's name; its order and its identity for ever. */
  name: string;
  sql: string;
  /** `vector`: applied only where the extension pgvector exists, as soon as it does. */
  when?: 'vector';
  /** The hot tables: also applied to a lane database of its own (`LANES_URL`). */
  lanes?: true;
}

const { deliveries_hold_1: holdDeliveries, ...firstLaneFunctions } = laneFunctions;

/** Every migration, in the order of its name. A new one is a file and a line here; a released one is never edited. */
export const migrations: readonly Migration[] = [
  { name: '0001_schemas', sql: schemas, lanes: true },
  { name: '0002_people', sql: people },
  { name: '0003_sockets', sql: sockets },
  { name: '0010_lanes', sql: lanes, lanes: true },
  { name: '0011_lane_functions', sql: Object.values(firstLaneFunctions).join('\n'), lanes: true },
  { name: '0020_bots', sql: bots },
  { name: '0021_records', sql: records },
  { name: '0022_processes', sql: processes },
  { name: '0030_job_pools', sql: jobPools },
  { name: '0040_media', sql: media },
  { name: '0041_credentials', sql: credentials },
  { name: '0042_models', sql: models },
  { name: '0043_callbacks', sql: callbacks },
  { name: '0044_conversation_tests', sql: conversationTests },
  { name: '0045_history', sql: history },
  { name: '0046_comments', sql: comments },
  { name: '0047_plugins', sql: plugins },
  { name: '0048_callback_trials', sql: callbackTrials },
  { name: '0049_removed_flows', sql: removedFlows },
  { name: '0050_flow_absences', sql: flowAbsences },
  { name: '0051_callback_language', sql: callbackLanguage },
  { name: '0052_hold_deliveries', sql: holdDeliveries, lanes: true },
];
