/** The mark: a quarter of the hour. @module */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
      <circle cx="16" cy="16" r="14.5" fill="none" stroke="currentColor" strokeWidth="2.4" />
      <path d="M16 16V4.5A11.5 11.5 0 0 1 27.5 16z" fill="currentColor" />
    </svg>
  );
}
