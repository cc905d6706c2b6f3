import { drawings, engine } from './tests.data.mjs';

/** Of DESIGN sections 3 and 4: the drawing and its values. */
export const drawingFaults = [
  // Section 3: the drawing, its nodes and what it was.
  { section: 3, rule: 'a time of day that comes twice counts the first time', file: 'shared/expressions/zone.ts', find: 'sort((one, two) => two - one)', replace: 'sort((one, two) => one - two)', test: 'shared/nodes/wait/wait.test.ts', name: 'it comes twice' },
  { section: 3, rule: 'everybody stays in their branch of a split', file: 'shared/machine/shareOf.ts', find: 'drawn(`${contact}\\n${key}\\n${option}`)', replace: 'drawn(`${contact}\\n${key}\\n${option}${weight}`)', test: 'shared/nodes/split/split.test.ts', name: 'only the ratio' },
  { section: 3, rule: 'a callback keeps to its contract', file: 'shared/engine/readCallback.ts', find: 'if (value !== null && !fits(type, value))', replace: 'if (false)', test: 'runtime/callbacks/door.test.ts', name: 'a text for a number' },
  { section: 3, rule: 'a form that is left is forgotten', file: 'shared/engine/follow.ts', find: 'keepForm(run, forget, undefined);', replace: '', ...drawings },
  { section: 3, rule: 'an answer that the author’s own condition refuses is none', file: 'shared/engine/hear.ts', find: 'if (held.ok && held.value === true) return heard;', replace: 'return heard;', test: 'shared/golden/nodeCases.test.ts', name: 'own condition decides' },
  { section: 3, rule: 'a field that is not asked counts for nothing', file: 'shared/answers/form/recogniseForm.ts', find: 'const asked = askedFields(fields, given);', replace: 'const asked = [...fields];', test: 'shared/golden/nodeCases.test.ts', name: 'A field that is not asked' },
  { section: 3, rule: 'a question of another tool keeps its own words', file: 'shared/exchange/typebot/importTypebot.ts', find: "const asked = before ? bubbleText({ block: before, words }) : '';", replace: "const asked = '';", test: 'shared/exchange/samples.test.ts', name: 'holds its conversation' },
  { section: 3, rule: 'a called flow gives back what it changed', file: 'shared/exchange/rapidpro/importRapidpro.ts', find: "draft.direct(words.write(key), 'out')", replace: "draft.direct(words.write(key), 'in')", test: 'shared/exchange/samples.test.ts', name: 'waterSurvey' },
  { section: 3, rule: 'an option’s own words need no model', file: 'shared/engine/follow.ts', find: "case 'means': return meantBy(run, guard) === guard.option;", replace: "case 'means': return false;", test: 'shared/golden/nodeCases.test.ts', name: 'Understands a label' },
  { section: 3, rule: 'what a crashed visit kept and does not fit is asked about', file: 'studio/store/book.ts', find: "store.setState(({ pending }) => ({ pending: [...pending, batch] }));", replace: "continue;", test: 'studio/store/syncFlow.test.ts', name: 'is a question where somebody' },
  { section: 3, rule: 'an edit that is asked about outlives a crash', file: 'studio/store/syncFlow.ts', find: "[...state.collisions.map(({ batch }) => batch), ...state.pending]", replace: "state.pending", test: 'studio/store/syncFlow.test.ts', name: 'restored from a version' },
  { section: 3, rule: 'an edit the server will never take is kept', file: 'studio/store/syncFlow.ts', find: "      store.setState({ unfit: [...store.getState().unfit, { batch, message: sent.message }] });\n", replace: "", test: 'studio/store/syncFlow.test.ts', name: 'kept for copying' },
  { section: 3, rule: 'a revision is told as it was: what was taken away is gone', file: 'shared/flow/replayOps.ts', find: "if (op.op === 'remove') delete holder[key];\n  else holder", replace: 'holder', test: 'runtime/commands/readPast.test.ts' },
  { section: 3, rule: 'a revision is told as it was: no step after it counts', file: 'db/queries/history.ts', find: 'o.revision > s.revision and o.revision <= $2', replace: 'o.revision > s.revision and o.revision <= $2 + 1', test: 'runtime/commands/readPast.test.ts' },
  { section: 3, rule: 'a moment has the other flows as they were then', file: 'db/queries/history.ts', find: 'x.flow = f.id and x.at <= $2', replace: 'x.flow = f.id and x.at >= $2', test: 'runtime/commands/readPast.test.ts' },
  { section: 3, rule: 'a moment has the subflows that were deleted since', file: 'runtime/commands/readPast.ts', find: '!(removedAt && removedAt <= at)', replace: '!removedAt', test: 'runtime/api/history/history.test.ts', name: 'in what the bot was' },
  { section: 3, rule: 'a long pause begins another sitting', file: 'studio/history/timeline.ts', find: '<= pauseMs', replace: '<= 2 * pauseMs', test: 'studio/history/timeline.test.ts' },
  { section: 3, rule: 'another person begins another sitting', file: 'studio/history/timeline.ts', find: 'last.by?.id === step.by?.id && ', replace: '', test: 'studio/history/timeline.test.ts' },
  { section: 3, rule: 'JSON that is applied leaves what others changed meanwhile', file: 'studio/code/json/mergeDraft.ts', find: "if (op.op === 'set') return current !== undefined && sameJson(current, op.base);", replace: "if (op.op === 'set') return true;", test: 'studio/code/json/mergeDraft.test.ts' },

  // Section 4: values, expressions, texts.
  { section: 4, rule: 'a variable nobody set is not set', file: 'shared/expressions/evaluate.ts', find: 'run.values(first.name) !== undefined', replace: 'true', test: engine },
  { section: 4, rule: 'a value fits its variable or is refused', file: 'shared/engine/follow.ts', find: 'if (value !== undefined && !fits(variable.type, value)) {', replace: 'if (false) {', test: engine },
  { section: 4, rule: 'what came from a personal variable is marked', file: 'shared/engine/prepare.ts', find: '(personal ? [[name, true as const]] : [])', replace: '[]', test: engine },
  { section: 4, rule: 'an answer kept in a personal variable is not in the trace', file: 'shared/engine/hear.ts', find: "as, ok: true, ...(!keepsPersonal(run, state) && { value: heard.value })", replace: 'as, ok: true, value: heard.value', test: engine },
  { section: 4, rule: 'an evaluation error is data: a guard that fails is false', file: 'shared/engine/enter.ts', find: 'let held = false;', replace: 'let held = true;', test: engine },
  { section: 4, rule: 'an evaluation error is data: a text that fails is empty', file: 'shared/engine/collect.ts', find: 'if (first && stateOf(run)?.onError) throw', replace: 'if (first) throw', test: engine },
  { section: 4, rule: 'a value cannot leave its place in an address', file: 'shared/expressions/encodeParts.ts', find: 'encodeURIComponent(wellFormed(part.value))', replace: 'wellFormed(part.value)', test: 'shared/expressions/encodeParts.test.ts', name: 'in its place' },
];
