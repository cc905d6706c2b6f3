/** Parley's mark: an edge that leaves a node and bends into a P. Decorative; the link around it has the name. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" style={{ flex: 'none', display: 'block' }}>
      <rect width="32" height="32" rx="8.5" fill="var(--parley-thread-fill)" />
      <path d="M11 24.5V13.2C11 9.8 13.7 7.2 17 7.2s6 2.6 6 5.9-2.7 5.9-6 5.9h-.8" fill="none" stroke="var(--parley-on-thread)" strokeWidth="3.2" strokeLinecap="round" />
      <circle cx="15.4" cy="19" r="2.5" fill="var(--parley-on-thread)" />
    </svg>
  );
}
