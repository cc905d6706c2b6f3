import { useEffect } from 'react';

/** Names the window after what it shows, such as "Bots – Parley"; plain again when that goes. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (!title) return;
    document.title = `${title} – Parley`;
    return () => { document.title = 'Parley'; };
  }, [title]);
}
