import begin from './begin_1.sql?raw';
import commit from './commit_1.sql?raw';
import deliveriesDone from './deliveries_done_1.sql?raw';
import deliveriesHold from './deliveries_hold_1.sql?raw';
import deliveriesNext from './deliveries_next_1.sql?raw';
import deliveriesTake from './deliveries_take_1.sql?raw';
import extend from './extend_1.sql?raw';
import fail from './fail_1.sql?raw';
import ingest from './ingest_1.sql?raw';
import journal from './journal_1.sql?raw';
import take from './take_1.sql?raw';
import work from './work_1.sql?raw';

/** The functions over the hot tables by their name and version. A released one is never edited: a change is a new version. */
export const laneFunctions = {
  begin_1: begin,
  work_1: work,
  ingest_1: ingest,
  take_1: take,
  extend_1: extend,
  journal_1: journal,
  fail_1: fail,
  commit_1: commit,
  deliveries_next_1: deliveriesNext,
  deliveries_take_1: deliveriesTake,
  deliveries_done_1: deliveriesDone,
  deliveries_hold_1: deliveriesHold,
} as const;
