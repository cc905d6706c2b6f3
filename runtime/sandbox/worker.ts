import { parentPort } from 'node:worker_threads';
import { newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core';
import { cappedMemory } from './cappedMemory.ts';
import type { WorkerReply, WorkerRun } from './messages.ts';
import { runOnce } from './runOnce.ts';

// One run at a time: the parent sends the next one only after the answer, and terminates this thread if none comes.
const quickjs = await newQuickJSWASMModuleFromVariant(import('@jitl/quickjs-ng-wasmfile-release-sync'));
const engine = { quickjs, memory: cappedMemory(quickjs.getWasmMemory()) };
const reply = (message: WorkerReply): void => parentPort?.postMessage(message);

parentPort?.on('message', (run: WorkerRun) => {
  try {
    reply({ kind: 'done', ...runOnce(engine, run) });
  } catch (error) {
    // What gets here broke the engine itself (a trap, an overflow of the host's stack): this thread is not to be used again.
    reply({ kind: 'broken', error: error instanceof Error ? error.message : String(error) });
  }
});

reply({ kind: 'ready' });
