/** A hollow and a filled point on one line: before and after. */
export function BrandMark() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M3 20.5h18" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" opacity="0.35" />
      <path d="M8 13.6l6.4-5.2" stroke="var(--lb-accent-text)" strokeWidth="1.75" />
      <circle cx="6" cy="15" r="2.75" fill="none" stroke="var(--lb-accent-text)" strokeWidth="1.75" />
      <circle cx="17" cy="6.5" r="3.6" fill="var(--lb-accent-text)" />
    </svg>
  );
}
