import type { AcceptedBatch } from '@parley/shared/api/flows';
import { applyBatch } from '@parley/shared/flow/applyBatch';
import { mergePending } from '@parley/shared/flow/mergePending';
import type { BatchKeep, FlowDoor } from './door.ts';
import { stands } from './collision.ts';
import type { FlowState, FlowStore } from './flowStore.ts';

/** Keeps one drawing and the server of one mind. */
export interface FlowSync {
  /** A batch the server accepted, mine or somebody else's, as the socket tells it. */
  receive(accepted: AcceptedBatch): void;
  /** Asks for what was missed, e.g. after the socket was away. */
  catchUp(): Promise<void>;
  /** Tries again at once what could not be sent. */
  retry(): void;
  /** The flow is gone: nothing of mine is taken any more. */
  gone(): void;
  /** Gives up what was not taken: the drawing is as the server has it. */
  discard(): void;
  close(): void;
}

const retryMs = 4_000;

/** Sends what the person does, batch by batch in order, and puts what others do under it. */
export function syncFlow({ store, door, keep, onRefused }: {
  store: FlowStore;
  door: FlowDoor;
  keep: BatchKeep;
  /** A batch the server will never take. */
  onRefused: (message: string) => void;
}): FlowSync {
  const id = store.getState().id;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let catching: Promise<void> | undefined;

  /** Puts the still unconfirmed batches on a new confirmed document. */
  const rebase = (confirmed: FlowState['confirmed'], revision: number, waiting: FlowState['pending']): void => {
    const merged = mergePending(confirmed, waiting);
    store.settle({
      confirmed, revision, flow: merged.flow, pending: merged.pending,
      // Nobody is asked about two edits that came to the same.
      collisions: [...store.getState().collisions, ...merged.refused.filter(({ batch }) => !stands(confirmed, batch))],
    }, true);
  };

  const accept = (accepted: AcceptedBatch): boolean => {
    const { confirmed, revision, pending, flow } = store.getState();
    if (accepted.revision <= revision) return true;
    if (accepted.revision > revision + 1) return false;
    const applied = applyBatch(confirmed, accepted.batch);
    if (!applied.ok) return false;
    const mine = pending[0]?.id === accepted.batch.id;
    // My own first batch: what is shown does not change, it is only confirmed.
    if (mine) store.settle({ confirmed: pending.length === 1 ? flow : applied.flow, revision: accepted.revision, pending: pending.slice(1) }, false);
    else rebase(applied.flow, accepted.revision, pending);
    return true;
  };

  const catchUp = async (): Promise<void> => {
    catching ??= (async () => {
      try {
        for (const accepted of await door.since(id, store.getState().revision)) {
          if (!accept(accepted)) {
            const draft = await door.load(id);
            rebase(draft.flow, draft.revision, store.getState().pending);
            return;
          }
        }
      } catch {
        // Nothing is lost: the next batch or the next reconnection asks again.
      } finally {
        catching = undefined;
      }
    })();
    return catching;
  };

  const send = async (): Promise<void> => {
    const state = store.getState();
    const [batch] = state.pending;
    if (closed || state.sending || !batch || state.halted === 'gone') return;
    store.setState({ sending: true });
    const sent = await door.send(id, batch);
    store.setState({ sending: false, offline: sent.kind === 'offline', halted: sent.kind === 'halted' ? sent.why : undefined });
    if (closed || sent.kind === 'halted') return;
    if (sent.kind === 'offline') {
      timer = setTimeout(() => void send(), retryMs);
      return;
    }
    if (sent.kind === 'accepted') {
      if (!accept(sent.accepted)) await catchUp();
      // Known to the server under an older revision: a repeat after a lost answer, or the server went back (a backup). Both begin from what it has.
      if (store.getState().pending[0]?.id === batch.id) {
        const draft = await door.load(id).catch(() => undefined);
        const { confirmed, revision, pending } = store.getState();
        rebase(draft?.flow ?? confirmed, draft?.revision ?? revision, pending.filter(({ id: other }) => other !== batch.id));
      }
    } else if (sent.kind === 'late') {
      rebase(sent.stale.flow, sent.stale.revision, store.getState().pending);
      // It fits here and not there: never send the same thing for ever.
      const { pending, collisions } = store.getState();
      const refusal = sent.stale.refusal;
      if (pending[0]?.id === batch.id && refusal) rebaseWithout(batch.id, { batch, refusal: { ...refusal, current: refusal.current } }, collisions);
    } else {
      const { confirmed, revision, pending } = store.getState();
      rebase(confirmed, revision, pending.filter(({ id: other }) => other !== batch.id));
      store.setState({ unfit: [...store.getState().unfit, { batch, message: sent.message }] });
      onRefused(sent.message);
    }
    void send();
  };

  const rebaseWithout = (batchId: string, collision: FlowState['collisions'][number], collisions: FlowState['collisions']): void => {
    const { confirmed, revision, pending } = store.getState();
    rebase(confirmed, revision, pending.filter(({ id: other }) => other !== batchId));
    store.setState({ collisions: [...collisions, collision] });
  };

  const stop = store.subscribe((state, before) => {
    if (state.pending === before.pending && state.collisions === before.collisions) return;
    // A crash while somebody is asked loses nothing either: it is found not to fit once more.
    void keep.write(id, [...state.collisions.map(({ batch }) => batch), ...state.pending]);
    if (!state.sending && !state.offline && !state.halted) void send();
  });
  void send();

  return {
    receive: (accepted) => {
      if (!accept(accepted)) void catchUp();
    },
    catchUp,
    retry: () => {
      clearTimeout(timer);
      void send();
    },
    gone: () => store.setState({ halted: 'gone' }),
    discard: () => {
      const { confirmed } = store.getState();
      store.settle({ flow: confirmed, pending: [], collisions: [], unfit: [], refused: false, halted: undefined, undo: [], redo: [] }, true);
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      stop();
    },
  };
}
