// A few processes of lib/faultBed.mjs, each taking the next piece of work when it is done with one.
import { fork } from 'node:child_process';
import path from 'node:path';
import { root } from './install.mjs';

const atOnce = 2;
const longest = 10 * 60_000;

/** A process that runs the tests of `files`. It is the first of a group, so that whatever it has started can be ended with it. */
function openBed(files) {
  const child = fork(path.join(root, 'scripts/lib/faultBed.mjs'), files, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...process.env, NODE_ENV: 'test' } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said = `${said}${text}`.slice(-2_000)));
  const end = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  let waiting;
  child.on('message', (message) => waiting.resolve(message));
  child.on('exit', (code) => waiting.reject(new Error(`The process of the tests ended with ${code}:\n${said}`)));
  const answer = () => new Promise((resolve, reject) => (waiting = { resolve, reject }));
  const ready = answer();
  return {
    async run(wanted) {
      await ready;
      child.send(wanted);
      return answer();
    },
    end,
    async close() {
      if (!child.connected) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await ended;
    },
  };
}

/** Processes for the tests of `files`, opened when there is work. */
export function openBeds(files) {
  const beds = Array.from({ length: atOnce }, () => undefined);

  /** Runs one piece of work in the process at `place`; a fault can make a test go round for ever: seen as well, but nobody should wait. */
  async function run(place, wanted) {
    const bed = (beds[place] ??= openBed(files));
    let watch;
    const late = new Promise((resolve) => (watch = setTimeout(resolve, longest, { green: [], red: [], loads: 0, broken: `It was still running after ${longest / 60_000} minutes.` })));
    const outcome = await Promise.race([late, bed.run(wanted).catch((error) => ({ green: [], red: [], loads: 0, broken: error.message }))]);
    clearTimeout(watch);
    if (outcome.broken) {
      // Whatever state it is in, the next piece of work begins with a new one.
      bed.end();
      beds[place] = undefined;
    }
    return outcome;
  }

  return {
    /** Does `work` for each of them, a few at a time; it is given what runs tests. */
    async eachOf(list, work) {
      const left = [...list];
      await Promise.all(beds.map(async (_, place) => {
        for (let next = left.shift(); next; next = left.shift()) await work(next, (wanted) => run(place, wanted));
      }));
    },
    async close() {
      await Promise.all(beds.map((bed) => bed?.close()));
    },
  };
}
