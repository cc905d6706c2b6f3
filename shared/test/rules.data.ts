import { flowRules } from './flowRules.data.ts';
import type { RuleRow } from './ruleParts.ts';
import { shortcutRules } from './shortcutRules.data.ts';
import { stateRules } from './stateRules.data.ts';

/** Every rule of a turn, as a conversation; the engine's test and the differential test run them. */
export const ruleRows: RuleRow[] = [...stateRules, ...flowRules, ...shortcutRules];
