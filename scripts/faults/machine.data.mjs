import { drawings, engine, turns } from './tests.data.mjs';

const sides = { test: 'shared/test/differential.test.ts', name: 'machines written by hand' };

/** Of DESIGN section 5: the machine, the engine, the code. */
export const machineFaults = [
  // States, transitions, errors.
  { section: 5, rule: 'transitions are tried in order', file: 'shared/engine/enter.ts', find: 'for (const transition of transitions) {', replace: 'for (const transition of transitions.toReversed()) {', test: engine },
  { section: 5, rule: 'a failure goes to the error route of its state', file: 'shared/engine/follow.ts', find: 'if (onError && during !== onError && at !== errorState) return follow(run, onError);', replace: '', test: engine },
  { section: 5, rule: 'an error route that fails does not lead to itself', file: 'shared/engine/follow.ts', find: 'during !== onError && ', replace: '', test: engine },
  { section: 5, rule: 'a failing error text ends the session', file: 'shared/engine/follow.ts', find: 'if (at === errorState || !Object', replace: 'if (!Object', test: engine },
  { section: 5, rule: 'a transition makes all its changes or none', file: 'shared/engine/follow.ts', find: '    run.variables = kept.variables;\n', replace: '', test: engine },
  { section: 5, rule: 'a state without a way out is an error', file: 'shared/engine/enter.ts', find: "fail(run, 'entry', `There is no state ${at}`);", replace: 'run.frames = [];', test: engine },
  { section: 5, rule: 'a result nobody has a way for is an error, not a dead end', file: 'shared/engine/meet.ts', find: "if (state.wait?.for === 'message' || happening === 'timeout')", replace: 'if (state.wait)', test: engine },
  { section: 5, rule: 'an outcome nobody knows is a failure unless told apart', file: 'shared/engine/meet.ts', find: "(happening === 'unknown' ? state.on.failed : undefined)", replace: 'undefined', test: engine },
  { section: 5, rule: 'only variables that somebody set are in the snapshot', file: 'shared/engine/run.ts', find: '  if (value === undefined) delete values[name];\n', replace: '', test: engine },
  { section: 5, rule: 'a called flow gets its values', file: 'shared/engine/follow.ts', find: '...Object.fromEntries(locals), ', replace: '', test: engine },
  { section: 5, rule: 'a session of a flow that is gone hears the error text', file: 'shared/engine/happen.ts', find: 'return stray(run);', replace: 'return ignore(run, \'over\');', test: engine },
  { section: 5, rule: 'a trace says a condition by its author’s name', file: 'shared/engine/follow.ts', find: 'guard.label ? `${guard.label}: ${guard.expression.cel}` : guard.expression.cel', replace: 'guard.expression.cel', test: engine },

  // Waits.
  { section: 5, rule: 'every wait has an id, bumped on entering', file: 'shared/engine/enter.ts', find: 'if (state.wait) run.seq += 1;', replace: '', test: engine },
  { section: 5, rule: 'an answer of a former wait is late', file: 'shared/engine/happen.ts', find: "if ('wait' in event && event.wait !== run.seq) return late(run, event.wait);", replace: '', test: engine },
  { section: 5, rule: 'a tap of a former question is late', file: 'shared/engine/hear.ts', find: "if ('wait' in message && message.wait !== undefined && message.wait !== run.seq) return late(run, message.wait);", replace: '', test: engine },
  { section: 5, rule: 'a question asked before its wait carries the id of that wait', file: 'shared/engine/enter.ts', find: 'state.wait ? run.seq : run.seq + 1', replace: 'run.seq', test: engine },
  { section: 5, rule: 'a new session counts its waits on', file: 'shared/engine/meet.ts', find: '  run.variables = {};\n', replace: '  run.variables = {};\n  run.seq = 0;\n', test: engine },
  { section: 5, rule: 'a timer begins with its wait', file: 'shared/engine/enter.ts', find: 'if (state.wait.timeout && !startTimer(run, state.wait.timeout)) return false;', replace: '', test: engine },
  { section: 5, rule: 'a wait says what a message does meanwhile', file: 'shared/engine/hear.ts', find: "if (wait.meanwhile === 'interrupt')", replace: "if (wait.meanwhile === 'hold')", test: engine },
  { section: 5, rule: 'a first message is an answer only where keywords say so', file: 'shared/engine/hear.ts', find: "wait?.for === 'message' && wait.recogniser.kind === 'keywords'", replace: "wait?.for === 'message'", test: engine },
  { section: 5, rule: 'answers to a session that is over are late', file: 'shared/engine/happen.ts', find: 'return \'wait\' in event ? late(run, event.wait) : ignore(run, \'over\');', replace: 'return ignore(run, \'over\');', test: engine },
  { section: 5, rule: 'a message during an effect can be told to wait a moment', file: 'shared/engine/hear.ts', find: 'if (wait.meanwhile === \'oneMoment\' && ', replace: 'if (wait.meanwhile === \'hold\' && ', test: engine },
  { section: 5, rule: 'the waiting text is said', file: 'shared/engine/hear.ts', find: "&& wait.waitingText && !say(run, wait.waitingText)", replace: '&& wait.waitingText && !wait.waitingText', test: engine },
  { section: 5, rule: 'a reaction answers nothing', file: 'shared/engine/hear.ts', find: 'if (neverAnswers.has(message.type) || ', replace: 'if (', test: engine },
  { section: 5, rule: 'a wish to skip passes the question', file: 'shared/engine/hear.ts', find: 'wait.skip && skips(run, wait.skip, message) ?', replace: 'false ?', test: engine },
  { section: 5, rule: 'a callback for another wait is late', file: 'shared/engine/happen.ts', find: 'return event.wait === run.seq ? overDue(run, event) : late(run, event.wait);', replace: 'return overDue(run, event);', test: 'shared/engine/take.test.ts', name: 'a callback answers its own wait' },

  // Frames.
  { section: 5, rule: 'a subflow has its own variables', file: 'shared/engine/run.ts', find: "return 'local';", replace: "return 'session';", test: engine },
  { section: 5, rule: 'a subflow gives its results back', file: 'shared/engine/follow.ts', find: 'store(run, variable, own(given, local) ?? defaultOf(own(declared, local)))', replace: 'undefined', test: engine },
  { section: 5, rule: 'a result that was never set is its declared default', file: 'shared/engine/follow.ts', find: 'return variable?.declared ? variable.initial : undefined;', replace: 'return undefined;', test: engine },
  { section: 5, rule: 'a subflow that failed says so to its caller', file: 'shared/engine/follow.ts', find: "if (outcome === 'failed') return changeTop(run, { at: left.call.failedTo ?? errorState });", replace: '', test: engine },
  { section: 5, rule: 'frames are at most 16', file: 'shared/engine/follow.ts', find: "if (run.frames.length >= limits.frames) throw new OverLimit('frames');", replace: 'if (run.frames.length >= 40) return;', test: engine },
  { section: 5, rule: 'a loop goes through a copied list', file: 'shared/engine/follow.ts', find: '{ list: cursor.list, index: cursor.index + 1 }', replace: '{ list: cursor.list.slice(0, -1), index: cursor.index + 1 }', test: engine },
  { section: 5, rule: 'a shortcut comes before the state', file: 'shared/engine/hear.ts', find: 'if (shortcut) return cutShort(run, shortcut, wait);', replace: '', test: engine },
  { section: 5, rule: 'shortcuts come between while another system is awaited', file: 'shared/engine/hear.ts', find: "wait.for === 'message' || outlivesShortcuts(wait) || ", replace: "wait.for === 'message' || ", test: engine },
  { section: 5, rule: 'what came for a wait under a shortcut is taken when it is back', file: 'shared/engine/take.ts', find: 'if (!rests?.came || rests.asks) return taken;', replace: 'if (rests ?? true) return taken;', test: engine },
  { section: 5, rule: 'shortcuts are off in dialogs', file: 'shared/engine/hear.ts', find: "if (wait.for === 'dialog') return ignore(run, 'dialog');", replace: "if (wait.for === 'dialog') { const asked = run.prepared.machine.shortcuts.find((each) => asksFor(each, message)); return asked ? cutShort(run, asked, wait) : ignore(run, 'dialog'); }", test: engine },
  { section: 5, rule: 'after a shortcut the interrupted node is entered again', file: 'shared/engine/follow.ts', find: 'changeTop(run, { at: node });', replace: 'run.frames = [];', test: engine },
  { section: 5, rule: 'a shortcut asked for inside a shortcut takes its place', file: 'shared/engine/hear.ts', find: 'if (under > 0) run.frames', replace: 'if (under > 99) run.frames', test: engine },
  { section: 5, rule: 'an effect under way is not performed twice for a shortcut', file: 'shared/engine/hear.ts', find: "(wait.for === 'result' && shortcut?.does.kind === 'restart')", replace: "wait.for === 'result'", test: engine },

  // Limits.
  { section: 5, rule: '1,000 visits of a state between waits', file: 'shared/engine/enter.ts', find: "if (visits > limits.visitsPerState) throw new OverLimit('visitsPerState');", replace: '', test: engine },
  { section: 5, rule: 'a cursor that advances begins the visits anew', file: 'shared/engine/follow.ts', find: '  run.visits.clear();\n', replace: '', test: engine },
  { section: 5, rule: '50,000 steps in all', file: 'shared/engine/enter.ts', find: "if (run.steps > limits.steps) throw new OverLimit('steps');", replace: 'if (run.steps > 55_000) run.frames = [];', test: engine },
  { section: 5, rule: 'variables hold 64 KB', file: 'shared/engine/size.ts', find: "if (variables > limits.variablesBytes) return 'variablesBytes';", replace: '', test: engine },
  { section: 5, rule: 'cursors hold 256 KB', file: 'shared/engine/size.ts', find: "> limits.cursorsBytes) return 'cursorsBytes';", replace: "> limits.cursorsBytes) return undefined;", test: engine },
  { section: 5, rule: 'sizes are counted in bytes, not letters', file: 'shared/engine/size.ts', find: 'bytes += code < 0x800', replace: 'bytes += code < 0x1_0000 ? 0 : code < 0x800', test: engine },
  { section: 5, rule: 'over a limit the actions are discarded', file: 'shared/engine/take.ts', find: 'Object.assign(run, { actions: [], ', replace: 'Object.assign(run, { ', test: engine },
  { section: 5, rule: 'over a limit values are as they were', file: 'shared/engine/take.ts', find: 'variables: before.variables, ', replace: '', test: engine },
  { section: 5, rule: 'the snapshot given is not changed', file: 'shared/engine/run.ts', find: 'const values = { ...before, [name]: value ?? null };', replace: 'const values = Object.assign(before, { [name]: value ?? null });', test: engine },
  { section: 5, rule: 'over a limit the flow’s error route is taken', file: 'shared/engine/take.ts', find: 'run.frames = [{ ...frameOf(run, run.prepared.machine.main), at: errorState }];', replace: 'run.frames = [];', test: engine },
  { section: 5, rule: 'a snapshot holds 400 KB', file: 'shared/engine/size.ts', find: 'return bytesOf(snapshot) > limits.snapshotBytes ? \'snapshotBytes\' : undefined;', replace: 'return undefined;', test: engine },

  // The compiler and the code.
  { section: 5, rule: 'a dangling edge leads to the error route', file: 'shared/compiler/makeContexts.ts', find: "=== 'silence' ? silenceState : errorState", replace: "=== 'silence' ? silenceState : 'nowhere'", test: 'shared/compiler/compile.test.ts' },
  { section: 5, rule: 'a free exit goes where the settings say', file: 'shared/compiler/makeContexts.ts', find: "=== 'silence' ? silenceState : errorState", replace: "=== 'silence' ? errorState : silenceState", test: 'shared/compiler/compile.test.ts' },
  { section: 5, rule: 'an edge that closes a round begins the next one', file: 'shared/compiler/drawWays.ts', find: 'way.part = part;', replace: 'continue;', test: 'shared/golden/nodeCases.test.ts' },
  { section: 5, rule: 'the code says what the machine says: guards', file: 'shared/compiler/emit/emitState.ts', find: "const asked = rests ? action('entering', { guard }) : guard ?", replace: "const asked = rests ? action('entering', { guard }) : guard && guard.is !== 'below' ?", ...sides },
  { section: 5, rule: 'the code says what the machine says: wait ids', file: 'shared/compiler/emit/emitState.ts', find: 'waits: state.wait ? true : undefined', replace: "waits: state.wait?.for === 'message' ? true : undefined", ...sides },
  { section: 5, rule: 'the code says what the machine says: error routes', file: 'shared/compiler/emit/emitState.ts', find: 'if (!onError || id === errorState) return [];', replace: 'if (!onError || id !== errorState) return [];', ...sides },
  { section: 5, rule: 'the code says what the machine says: results that come once', file: 'shared/compiler/emit/emitState.ts', find: "result: ['done', 'failed', 'unknown']", replace: 'result: []', ...sides },
  { section: 5, rule: 'the code says what the machine says: silence', file: 'shared/compiler/emit/emitState.ts', find: 'return wait.timeout ? [', replace: "return wait.for === 'dialog' && wait.timeout ? [", ...drawings },
  { section: 5, rule: 'the code returns to its caller', file: 'shared/compiler/companion/changes.ts', find: 'work.turn.goes = `${caller.flow}:${call.returnTo}`;', replace: "work.turn.goes = '$end';", ...sides },
  { section: 5, rule: 'the code keeps limits', file: 'shared/compiler/companion.ts', find: '> limits.visitsPerState', replace: '> 2 * limits.visitsPerState', ...sides },
  { section: 5, rule: 'what authors call things stays a text', file: 'shared/compiler/emit/literal.ts', find: "  if (name === '__proto__') return '[\"__proto__\"]';\n", replace: '', test: 'shared/compiler/emit/emit.test.ts' },
  { section: 5, rule: 'titles stay in their comments', file: 'shared/compiler/emit/literal.ts', find: ".replace(/[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+/gu, ' ')", replace: '', test: 'shared/compiler/emit/emit.test.ts' },
  { section: 5, rule: 'publishing is refused when the code does something else', file: 'runtime/sandbox/codeCheck.ts', find: 'if (differing >= 0) return', replace: 'if (differing > 1e9) return', test: 'runtime/sandbox/codeCheck.test.ts' },
  { section: 5, rule: 'ids of states come from the ids of their nodes', file: 'shared/compiler/lowerNodes.ts', find: '[part ? `${node}/${part}` : node, stateOf', replace: '[`${node}/${part}`, stateOf', test: 'shared/compiler/compile.test.ts' },
  { section: 5, rule: 'a node is lowered anew where its ways have changed', file: 'shared/compiler/lowerNodes.ts', find: ' && leadSame(one.ways, two.ways)', replace: '', test: 'shared/compiler/compile.test.ts' },
  { section: 5, rule: 'lists hold 1,000 items', file: 'shared/expressions/fits.ts', find: 'value.length <= valueLimits.items && ', replace: '', test: engine },
  { section: 5, rule: 'silence is the main flow’s where a subflow has none', file: 'shared/compiler/makeContexts.ts', find: 'flow.settings.silenceAfter ?? main?.settings.silenceAfter', replace: 'flow.settings.silenceAfter', test: 'shared/compiler/compile.test.ts' },
  { section: 5, rule: 'a subflow without a text says the main flow’s', file: 'shared/compiler/makeContexts.ts', find: '${flow.settings[name] ? id : set.main}:settings', replace: '${id}:settings', test: 'shared/compiler/compile.test.ts' },
  { section: 5, rule: 'a line of the code is its own state’s', file: 'shared/compiler/emit/spans.ts', find: 'Math.max(start, end - 1)', replace: 'end', test: 'shared/compiler/emit/spans.test.ts', name: 'survey' },

  // Releases.
  { section: 5, rule: 'a session moves only where its node is the same', file: 'runtime/turns/moveSession.ts', find: '|| !sameFor(run.snapshot, run.release.prepared, there.prepared)', replace: '', test: turns },
  { section: 5, rule: 'a session moves only where its variables are of the same types', file: 'runtime/turns/moveSession.ts', find: "\n      && names.every((name) => canonicalJson(a.variables[name]?.type) === canonicalJson(b.variables[name]?.type))", replace: '', test: turns, name: 'moves to another release' },
  { section: 5, rule: 'a session keeps its release', file: 'db/functions/ingest_1.sql', find: 'select x.release, x.snapshot, x.host, x.last_at, x.expires_at, x.ended_at, x.ended_at is null and', replace: 'select v_live as release, x.snapshot, x.host, x.last_at, x.expires_at, x.ended_at, x.ended_at is null and', test: turns, name: 'a session keeps its release' },
  { section: 5, rule: 'a new session starts on what is live then, never on what was', file: 'db/functions/ingest_1.sql', find: 's.is_new := true; s.release := v_live;', replace: 's.is_new := true; s.release := coalesce(s.release, v_live);', test: turns, name: 'a session keeps its release' },
  { section: 5, rule: 'an author’s own test contact moves to what is published', file: 'runtime/commands/moveSessions.ts', find: 'where: { bot: release.bot, test: true }', replace: 'where: { bot: release.bot, test: false }', test: 'runtime/commands/moveSessions.test.ts' },
  { section: 5, rule: 'conversations under way stay where they are unless their author says so', file: 'runtime/commands/publishFlow.ts', find: "which: publication.move === 'resting' ? 'all' : 'test'", replace: "which: 'all'", test: 'runtime/commands/moveSessions.test.ts' },
  { section: 5, rule: 'a roll back moves the pointer', file: 'runtime/commands/rollBack.ts', find: 'await setLive(db.lanes, release.bot, release.id);', replace: '', test: 'runtime/api/releases/releases.test.ts', name: 'rolling back' },
];
