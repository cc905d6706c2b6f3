import { drawingFaults } from './drawing.data.mjs';
import { laneFaults } from './lanes.data.mjs';
import { machineFaults } from './machine.data.mjs';
import { otherFaults } from './others.data.mjs';
import { proofFaults } from './proof.data.mjs';
import { turnFaults } from './turns.data.mjs';

/**
 * Planted faults: in `file`, the text `find` (which stands there once) becomes `replace`, and some test of `test` must go red; `name` picks
 * among the tests of a slow file. They are of the rules of DESIGN sections 5 to 7, and of some of the rules of 3, 4, 8, 11 and 13 to 15.
 * Rules that SQL functions keep are reverted one by one in db/functions/lanes.model.test.ts as well.
 */
export const faults = [...drawingFaults, ...machineFaults, ...proofFaults, ...turnFaults, ...laneFaults, ...otherFaults];
