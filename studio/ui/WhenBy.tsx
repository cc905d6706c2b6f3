import { relativeTime } from './relativeTime.ts';

/** When something was changed and, below it, by whom; a long name is cut at its end. */
export function WhenBy({ when, who }: { when: string; who: string | null }) {
  return (
    <>
      <time className="cut" style={{ display: 'block' }} dateTime={when}>{relativeTime(when)}</time>
      {who && <small className="cut" style={{ display: 'block', fontSize: 12, lineHeight: '16px', color: 'var(--parley-text-3)' }} dir="auto" title={who}>{who}</small>}
    </>
  );
}
