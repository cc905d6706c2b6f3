/**
 * One planted fault per rule of DESIGN sections 5 to 7: in `file`, the text `find` (which stands there once) becomes `replace`, and some
 * test of `test` must go red; `name` picks among the tests of a slow file. Rules that SQL functions keep are reverted one by one in
 * db/functions/lanes.model.test.ts as well.
 */
const engine = 'shared/engine/take.test.ts';
const turns = 'runtime/turns/turns.test.ts';
const crashes = 'runtime/turns/faults.test.ts';
const sides = { test: 'shared/test/differential.test.ts', name: 'machines written by hand' };
const drawings = { test: 'shared/test/differential.test.ts', name: 'every case of' };
const proof = { test: 'shared/issues/checks.test.ts' };
const lanes = { test: 'db/functions/lanes.model.test.ts', name: '2,000 random histories' };

export const faults = [
  // Section 4 and 5: values in the machine.
  { section: 4, rule: 'a variable nobody set is not set', file: 'shared/expressions/evaluate.ts', find: 'run.values(first.name) !== undefined', replace: 'true', test: engine },
  { section: 4, rule: 'a value fits its variable or is refused', file: 'shared/engine/follow.ts', find: 'if (value !== undefined && !fits(variable.type, value)) {', replace: 'if (false) {', test: engine },
  { section: 4, rule: 'what came from a personal variable is marked', file: 'shared/engine/prepare.ts', find: '(personal ? [[name, true as const]] : [])', replace: '[]', test: engine },
  { section: 4, rule: 'an evaluation error is data: a guard that fails is false', file: 'shared/engine/enter.ts', find: 'let held = false;', replace: 'let held = true;', test: engine },
  { section: 4, rule: 'an evaluation error is data: a text that fails is empty', file: 'shared/engine/collect.ts', find: 'if (first && stateOf(run)?.onError) throw', replace: 'if (first) throw', test: engine },

  // Section 5: states, transitions, errors.
  { section: 5, rule: 'transitions are tried in order', file: 'shared/engine/enter.ts', find: 'for (const transition of transitions) {', replace: 'for (const transition of transitions.toReversed()) {', test: engine },
  { section: 5, rule: 'a failure goes to the error route of its state', file: 'shared/engine/follow.ts', find: 'if (onError && during !== onError && at !== errorState) return follow(run, onError);', replace: '', test: engine },
  { section: 5, rule: 'an error route that fails does not lead to itself', file: 'shared/engine/follow.ts', find: 'during !== onError && ', replace: '', test: engine },
  { section: 5, rule: 'a failing error text ends the session', file: 'shared/engine/follow.ts', find: 'if (at === errorState || !Object', replace: 'if (!Object', test: engine },
  { section: 5, rule: 'a transition makes all its changes or none', file: 'shared/engine/follow.ts', find: '    run.variables = kept.variables;\n', replace: '', test: engine },
  { section: 5, rule: 'a state without a way out is an error', file: 'shared/engine/enter.ts', find: "fail(run, 'entry', `There is no state ${at}`);", replace: 'run.frames = [];', test: engine },
  { section: 5, rule: 'a result nobody has a way for is an error, not a dead end', file: 'shared/engine/meet.ts', find: "if (state.wait?.for === 'message' || happening === 'timeout')", replace: 'if (state.wait)', test: engine },
  { section: 5, rule: 'an outcome nobody knows is a failure unless told apart', file: 'shared/engine/meet.ts', find: "(happening === 'unknown' ? state.on.failed : undefined)", replace: 'undefined', test: engine },

  // Section 5: waits.
  { section: 5, rule: 'every wait has an id, bumped on entering', file: 'shared/engine/enter.ts', find: 'if (state.wait) run.seq += 1;', replace: '', test: engine },
  { section: 5, rule: 'an answer of a former wait is late', file: 'shared/engine/happen.ts', find: "if ('wait' in event && event.wait !== run.seq) return late(run, event.wait);", replace: '', test: engine },
  { section: 5, rule: 'a tap of a former question is late', file: 'shared/engine/hear.ts', find: "if ('wait' in message && message.wait !== undefined && message.wait !== run.seq) return late(run, message.wait);", replace: '', test: engine },
  { section: 5, rule: 'a question asked before its wait carries the id of that wait', file: 'shared/engine/enter.ts', find: 'state.wait ? run.seq : run.seq + 1', replace: 'run.seq', test: engine },
  { section: 5, rule: 'a new session counts its waits on', file: 'shared/engine/meet.ts', find: '  run.variables = {};\n', replace: '  run.variables = {};\n  run.seq = 0;\n', test: engine },
  { section: 5, rule: 'a timer begins with its wait', file: 'shared/engine/enter.ts', find: 'if (state.wait.timeout) startTimer(run, state.wait.timeout.after);', replace: '', test: engine },
  { section: 5, rule: 'a wait says what a message does meanwhile', file: 'shared/engine/hear.ts', find: "if (wait.meanwhile === 'interrupt')", replace: "if (wait.meanwhile === 'hold')", test: engine },
  { section: 5, rule: 'a first message is an answer only where keywords say so', file: 'shared/engine/hear.ts', find: "wait?.for === 'message' && wait.recogniser.kind === 'keywords'", replace: "wait?.for === 'message'", test: engine },

  // Section 5: frames.
  { section: 5, rule: 'a subflow has its own variables', file: 'shared/engine/run.ts', find: "return 'local';", replace: "return 'session';", test: engine },
  { section: 5, rule: 'a subflow gives its results back', file: 'shared/engine/follow.ts', find: 'results.forEach(({ variable, local }) => store(run, variable, own(given, local)))', replace: 'undefined', test: engine },
  { section: 5, rule: 'a subflow that failed says so to its caller', file: 'shared/engine/follow.ts', find: "if (outcome === 'failed') return changeTop(run, { at: left.call.failedTo ?? errorState });", replace: '', test: engine },
  { section: 5, rule: 'frames are at most 16', file: 'shared/engine/follow.ts', find: "if (run.frames.length >= limits.frames) throw new OverLimit('frames');", replace: 'if (run.frames.length >= 40) return;', test: engine },
  { section: 5, rule: 'a loop goes through a copied list', file: 'shared/engine/follow.ts', find: '{ list: cursor.list, index: cursor.index + 1 }', replace: '{ list: cursor.list.slice(0, -1), index: cursor.index + 1 }', test: engine },
  { section: 5, rule: 'a shortcut comes before the state', file: 'shared/engine/hear.ts', find: 'if (shortcut && (', replace: 'if (shortcut && false && (', test: engine },
  { section: 5, rule: 'shortcuts are off in dialogs', file: 'shared/engine/hear.ts', find: "  if (wait.for === 'dialog') return ignore(run, 'dialog');\n", replace: '', test: engine },
  { section: 5, rule: 'after a shortcut the interrupted node is entered again', file: 'shared/engine/follow.ts', find: 'changeTop(run, { at: node });', replace: 'run.frames = [];', test: engine },
  { section: 5, rule: 'a shortcut asked for inside a shortcut takes its place', file: 'shared/engine/hear.ts', find: 'if (under > 0) run.frames', replace: 'if (under > 99) run.frames', test: engine },
  { section: 5, rule: 'an effect under way is not performed twice for a shortcut', file: 'shared/engine/hear.ts', find: "(wait.for === 'message' || shortcut.does.kind === 'restart')", replace: '(true)', test: engine },

  // Section 5: limits.
  { section: 5, rule: '1,000 visits of a state between waits', file: 'shared/engine/enter.ts', find: "if (visits > limits.visitsPerState) throw new OverLimit('visitsPerState');", replace: '', test: engine },
  { section: 5, rule: 'a cursor that advances begins the visits anew', file: 'shared/engine/follow.ts', find: '  run.visits.clear();\n', replace: '', test: engine },
  { section: 5, rule: '50,000 steps in all', file: 'shared/engine/enter.ts', find: "if (run.steps > limits.steps) throw new OverLimit('steps');", replace: 'if (run.steps > 55_000) run.frames = [];', test: engine },
  { section: 5, rule: 'variables hold 64 KB', file: 'shared/engine/size.ts', find: "if (variables > limits.variablesBytes) return 'variablesBytes';", replace: '', test: engine },
  { section: 5, rule: 'cursors hold 256 KB', file: 'shared/engine/size.ts', find: "> limits.cursorsBytes) return 'cursorsBytes';", replace: "> limits.cursorsBytes) return undefined;", test: engine },
  { section: 5, rule: 'sizes are counted in bytes, not letters', file: 'shared/engine/size.ts', find: 'bytes += code < 0x800', replace: 'bytes += code < 0x1_0000 ? 0 : code < 0x800', test: engine },
  { section: 5, rule: 'over a limit the actions are discarded', file: 'shared/engine/take.ts', find: 'Object.assign(run, { actions: [], ', replace: 'Object.assign(run, { ', test: engine },
  { section: 5, rule: 'over a limit values are as they were', file: 'shared/engine/take.ts', find: 'variables: before.variables, ', replace: '', test: engine },
  { section: 5, rule: 'the snapshot given is not changed', file: 'shared/engine/run.ts', find: 'const values = { ...before, [name]: value ?? null };', replace: 'const values = Object.assign(before, { [name]: value ?? null });', test: engine },

  // Section 5: the compiler and the code.
  { section: 5, rule: 'a dangling edge leads to the error route', file: 'shared/compiler/makeContexts.ts', find: 'to: way.to === undefined ? errorState : way.part', replace: "to: way.to === undefined ? 'nowhere' : way.part", test: 'shared/compiler/compile.test.ts' },
  { section: 5, rule: 'a free exit goes where the settings say', file: 'shared/compiler/makeContexts.ts', find: "=== 'silence' ? silenceState : errorState", replace: "=== 'silence' ? errorState : silenceState", test: 'shared/compiler/compile.test.ts' },
  { section: 5, rule: 'an edge that closes a round begins the next one', file: 'shared/compiler/drawWays.ts', find: 'way.part = part;', replace: 'continue;', test: 'shared/golden/nodeCases.test.ts' },
  { section: 5, rule: 'the code says what the machine says: guards', file: 'shared/compiler/emit/emitState.ts', find: "const asked = rests ? action('entering', { guard }) : guard ?", replace: "const asked = rests ? action('entering', { guard }) : guard && guard.is !== 'below' ?", ...sides },
  { section: 5, rule: 'the code says what the machine says: wait ids', file: 'shared/compiler/emit/emitState.ts', find: 'waits: state.wait ? true : undefined', replace: "waits: state.wait?.for === 'message' ? true : undefined", ...sides },
  { section: 5, rule: 'the code says what the machine says: error routes', file: 'shared/compiler/emit/emitState.ts', find: 'if (!onError || id === errorState) return [];', replace: 'if (!onError || id !== errorState) return [];', ...sides },
  { section: 5, rule: 'the code says what the machine says: results that come once', file: 'shared/compiler/emit/emitState.ts', find: "['done', 'failed', 'unknown'] : state", replace: '[] : state', ...sides },
  { section: 5, rule: 'the code says what the machine says: silence', file: 'shared/compiler/emit/emitState.ts', find: 'return wait.timeout ? [', replace: "return wait.for === 'dialog' && wait.timeout ? [", ...drawings },
  { section: 5, rule: 'the code returns to its caller', file: 'shared/compiler/companion/changes.ts', find: 'work.turn.goes = `${caller.flow}:${call.returnTo}`;', replace: "work.turn.goes = '$end';", ...sides },
  { section: 5, rule: 'the code keeps limits', file: 'shared/compiler/companion.ts', find: '> limits.visitsPerState', replace: '> 2 * limits.visitsPerState', ...sides },
  { section: 5, rule: 'what authors call things stays a text', file: 'shared/compiler/emit/literal.ts', find: "  if (name === '__proto__') return '[\"__proto__\"]';\n", replace: '', test: 'shared/compiler/emit/emit.test.ts' },
  { section: 5, rule: 'titles stay in their comments', file: 'shared/compiler/emit/literal.ts', find: ".replace(/[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+/gu, ' ')", replace: '', test: 'shared/compiler/emit/emit.test.ts' },
  { section: 5, rule: 'publishing is refused when the code does something else', file: 'runtime/sandbox/codeCheck.ts', find: 'if (differing >= 0) return', replace: 'if (differing > 1e9) return', test: 'runtime/sandbox/codeCheck.test.ts' },
  { section: 5, rule: 'a session moves only where its node is the same', file: 'runtime/turns/moveSession.ts', find: '|| !sameFor(run.snapshot, run.release.prepared, there.prepared)', replace: '', test: turns },

  // Section 6: the proof, one fault per check.
  { section: 6, rule: 'every node can be reached', file: 'shared/issues/checks/unreachable.ts', find: '!subject.isReached(flow, id)', replace: 'false', ...proof },
  { section: 6, rule: 'every exit leads somewhere', file: 'shared/issues/checks/unconnected.ts', find: '&& handledBySettings === undefined', replace: '&& handledBySettings !== undefined', ...proof },
  { section: 6, rule: 'a loop waits for people', file: 'shared/issues/checks/loop.ts', find: 'return left === \'never\'', replace: 'return left !== \'never\'', ...proof },
  { section: 6, rule: 'from every wait there is a way to an end', file: 'shared/issues/checks/noEnd.ts', find: 'return endless(subject.drawing, subject.reached)', replace: 'return endless(subject.drawing, new Map())', ...proof },
  { section: 6, rule: 'every wait handles messages and what it cannot read', file: 'shared/issues/checks/unhandled.ts', find: 'isHandled(place, why)) continue;', replace: '!isHandled(place, why)) continue;', ...proof },
  { section: 6, rule: 'silence is handled wherever people are asked', file: 'shared/issues/checks/silence.ts', find: '!place.waits || !wait || wait.timeout ||', replace: '!place.waits || !wait || !wait.timeout ||', ...proof },
  { section: 6, rule: 'no variable is read that nothing has set', file: 'shared/issues/checks/neverSet.ts', find: 'readsBy(subject, true)', replace: 'readsBy(subject, false)', ...proof },
  { section: 6, rule: 'a variable that some path has not set is a warning', file: 'shared/issues/checks/maybeUnset.ts', find: 'readsBy(subject, false)', replace: 'readsBy(subject, true)', ...proof },
  { section: 6, rule: 'no flow calls itself', file: 'shared/issues/checks/recursion.ts', find: '(leadsTo(calls, to, from)', replace: '(to === from', ...proof },
  { section: 6, rule: 'every variable that is chosen exists', file: 'shared/issues/checks/unknownVariable.ts', find: 'if (value !== \'\' && Object.hasOwn(variables, value)) return [];', replace: 'if (value !== \'\') return [];', ...proof },
  { section: 6, rule: 'every flow that is called exists', file: 'shared/issues/checks/unknownFlow.ts', find: 'shown && !exists(value))', replace: 'shown && exists(value))', ...proof },
  { section: 6, rule: 'called flows get what they need', file: 'shared/issues/checks/callArguments.ts', find: 'direction === \'in\' && initial === undefined && ', replace: 'initial === undefined && ', ...proof },
  { section: 6, rule: 'expressions parse and fit their types', file: 'shared/issues/checks/expression.ts', find: 'if (problem === undefined) continue;', replace: 'if (problem !== undefined) continue;', ...proof },
  { section: 6, rule: 'every condition can hold', file: 'shared/issues/checks/condition.ts', find: '!== false) return [];', replace: '=== false) return [];', ...proof },
  { section: 6, rule: 'programs can be read', file: 'shared/issues/checks/code.ts', find: 'return problem ? [{', replace: 'return problem && problem.line > 1e6 ? [{', ...proof },
  { section: 6, rule: 'texts fit their channels', file: 'shared/issues/checks/tooLong.ts', find: 'if (!over || found.has(key)) continue;', replace: 'if (!over || template.length > 0) continue;', ...proof },
  { section: 6, rule: 'what a channel degrades by rule is said', file: 'shared/issues/checks/choices.ts', find: 'if (shown.length > 0) found.set', replace: 'if (shown.length > 99) found.set', ...proof },
  { section: 6, rule: 'every text exists in every language', file: 'shared/issues/checks/translationMissing.ts', find: 'if (subject.translates) return [];', replace: 'if (!subject.translates) return [];', ...proof },
  { section: 6, rule: 'a waiver makes missing translations warnings', file: 'shared/issues/checks/translationMissing.ts', find: '? \'warning\' : \'error\'', replace: '? \'error\' : \'warning\'', ...proof },
  { section: 6, rule: 'a changed text makes its translations outdated', file: 'shared/issues/checks/translationOutdated.ts', find: 'textsInState(subject, \'outdated\')', replace: 'textsInState(subject, \'missing\')', ...proof },
  { section: 6, rule: 'nothing that is said is empty', file: 'shared/issues/checks/empty.ts', find: 'piece.trim() !== \'\')) continue;', replace: 'piece !== \'\')) continue;', ...proof },
  { section: 6, rule: 'options can be told apart', file: 'shared/issues/checks/sameLabels.ts', find: 'if (read === \'\' || found.has(key)) continue;', replace: 'if (read !== \'\') continue;', ...proof },
  { section: 6, rule: 'a shortcut word means one thing', file: 'shared/issues/checks/sameKeywords.ts', find: 'if (other === undefined) taken.set', replace: 'if (other === undefined || other !== id) taken.set', ...proof },
  { section: 6, rule: 'what nothing uses is said', file: 'shared/issues/checks/unused.ts', find: 'return used ? [] : [{', replace: 'return used || direction === undefined ? [] : [{', ...proof },
  { section: 6, rule: 'a variable has its own name', file: 'shared/issues/checks/variable.ts', find: 'if (names.has(name)) found', replace: 'if (names.has(id)) found', ...proof },
  { section: 6, rule: 'a flow has one beginning', file: 'shared/issues/checks/start.ts', find: 'starts.slice(1)', replace: 'starts.slice(2)', ...proof },
  { section: 6, rule: 'a release is not larger than it may be', file: 'shared/issues/checks/caps.ts', find: 'if (nodes.length > flowLimits.nodes) {', replace: 'if (nodes.length > 10 * flowLimits.nodes) {', ...proof },

  // Section 7: turns.
  { section: 7, rule: 'dialogs hear before the flow', file: 'runtime/turns/advance.ts', find: 'if (run.host.session.dialog) return hearDialog', replace: 'if (run.snapshot === null && run.host.session.dialog) return hearDialog', test: turns },
  { section: 7, rule: 'consent is asked before anything', file: 'runtime/turns/advance.ts', find: 'if (needsConsent(run)) openDialog', replace: 'if (false) openDialog', test: turns },
  { section: 7, rule: 'a late tap is told so and the question asked again', file: 'runtime/turns/advance.ts', find: ' && run.said.length === 0) answerLate(run);', replace: ' && run.said.length > 99) answerLate(run);', test: turns },
  { section: 7, rule: 'a machine that answers itself is left alone', file: 'shared/host/hearEcho.ts', find: 'silent: count > most', replace: 'silent: false', test: turns },
  { section: 7, rule: 'a process past its lease stops before its next effect', file: 'runtime/turns/hold.ts', find: 'if (hold.lost || performance.now() > hold.until)', replace: 'if (false)', test: crashes },
  { section: 7, rule: 'recovery goes on from the journal instead of calling again', file: 'runtime/turns/notes.ts', find: 'if (!entry) return undefined;', replace: 'if (entry ?? true) return undefined;', test: crashes },
  { section: 7, rule: 'an intent without a result is unknown', file: 'runtime/turns/notes.ts', find: "outcome: 'unknown', error: 'The process", replace: "outcome: 'failed', error: 'The process", test: crashes },
  { section: 7, rule: 'an unsafe effect writes its intent first', file: 'runtime/turns/perform.ts', find: "if (performer.class === 'unsafe') await notes.write(at, action.type, undefined);", replace: '', test: crashes },
  { section: 7, rule: 'what an effect was made of is noted before the outside sees it', file: 'runtime/turns/perform.ts', find: "if (performer.class === 'keyed' || performer.class === 'unsafe') await notes.flush();", replace: '', test: crashes },
  { section: 7, rule: 'after three attempts a row is set aside', file: 'runtime/turns/lanesAtWork.ts', find: 'if (work.attempts < mostAttempts && ', replace: 'if (work.attempts < 99 && ', test: crashes },
  { section: 7, rule: 'a row that kills its process is not tried for ever', file: 'runtime/turns/lanesAtWork.ts', find: 'if (work.attempts > mostAttempts) return setAside', replace: 'if (work.attempts > 99) return setAside', test: crashes },
  { section: 7, rule: 'a turn has a deadline', file: 'runtime/turns/callWithin.ts', find: 'const left = Math.max(0, turnMs - (performance.now() - hold.startedAt));', replace: 'const left = 2 ** 30;', test: crashes, name: 'a turn has a deadline' },
  { section: 7, rule: 'stop reaches a running effect', file: 'runtime/turns/callWithin.ts', find: "if (wanted === 'stop') cut(", replace: "if (wanted !== 'stop') cut(", test: crashes, name: 'stop reaches' },
  { section: 7, rule: 'a slow turn keeps its lane', file: 'runtime/turns/lanesAtWork.ts', find: 'if (now - hold.beatAt < times.beatMs) continue;', replace: 'continue;', test: crashes, name: 'a slow turn' },
  { section: 7, rule: 'the apology does not run the flow', file: 'runtime/turns/setAside.ts', find: "const spoken = event?.type === 'message' || stranded ?", replace: "const spoken = stranded ?", test: crashes },

  // Section 7: lanes.
  { section: 7, rule: 'the oldest takeable row is returned', file: 'db/functions/work_1.sql', find: 'order by i.kind, i.seq -- rule: oldest', replace: 'order by i.seq desc', ...lanes },
  { section: 7, rule: 'ingest returns the oldest row, never "mine"', file: 'db/functions/ingest_1.sql', find: 'if not v_simple then -- rule: oldest in ingest', replace: 'if false then', ...lanes },
  { section: 7, rule: 'a commit is fenced', file: 'db/functions/commit_1.sql', find: '.fence = p_fence', replace: '.fence >= 0', ...lanes },
  { section: 7, rule: 'a function touches its own lane only', file: 'db/functions/work_1.sql', find: 'where i.lane = p_lane -- rule: own lane', replace: 'where true', ...lanes },
  { section: 7, rule: 'attempts are counted when a row is taken', file: 'db/functions/work_1.sql', find: 'set attempts = i.attempts + 1 -- rule: count on take', replace: 'set attempts = i.attempts', ...lanes },
  { section: 7, rule: 'leaving a wait deletes its timers', file: 'db/functions/commit_1.sql', find: 'where t.lane = p_lane; -- rule: wait ids', replace: 'where false;', ...lanes },
  { section: 7, rule: 'a repeated id makes no second turn', file: 'db/functions/ingest_1.sql', find: '      duplicate := true;\n', replace: '      duplicate := false;\n', ...lanes },
];
