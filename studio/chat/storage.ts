import type { Say } from '@parley/shared/api/chat';

/** What the page keeps on the device. Storage may be refused (third-party frames, private windows): then it lives as long as the page. */
export interface ChatStorage {
  visitor(): string | undefined;
  keepVisitor(token: string | undefined): void;
  /** From now on this tab is an author's test. */
  keepTest(token: string): void;
  /** Said in this tab and not yet acknowledged. */
  unsent(): Say[];
  keepUnsent(items: Say[]): void;
}

function place(kind: 'localStorage' | 'sessionStorage'): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  try {
    const storage = window[kind];
    storage.setItem('parley', '1');
    storage.removeItem('parley');
    return storage;
  } catch {
    const kept = new Map<string, string>();
    return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) };
  }
}

/** Storage of one bot's chat: who the visitor is (all tabs), and what is not sent yet (this tab). An author who tries it is somebody else in that tab. */
export function chatStorage(slug: string): ChatStorage {
  const shared = place('localStorage');
  const tab = place('sessionStorage');
  const visitorKey = `parley:${slug}:visitor`;
  const unsentKey = `parley:${slug}:unsent`;
  const testKey = `parley:${slug}:test`;
  return {
    visitor: () => tab.getItem(testKey) ?? shared.getItem(visitorKey) ?? undefined,
    keepVisitor(token) {
      // Refused, it is the test's that is dropped; a visitor of this device is kept.
      if (tab.getItem(testKey) !== null) tab.removeItem(testKey);
      else if (token) shared.setItem(visitorKey, token);
      else shared.removeItem(visitorKey);
    },
    keepTest: (token) => tab.setItem(testKey, token),
    unsent() {
      try {
        const items: unknown = JSON.parse(tab.getItem(unsentKey) ?? '[]');
        // Written by `keepUnsent` alone; the server parses every item again.
        return Array.isArray(items) ? (items as Say[]) : [];
      } catch {
        return [];
      }
    },
    keepUnsent: (items) => tab.setItem(unsentKey, JSON.stringify(items)),
  };
}
