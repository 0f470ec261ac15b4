/** Three small drawings for empty, failed and good news; quiet, of the same streets as the map. @module */
export function StateDrawing({ tone }: { readonly tone: "empty" | "failed" | "good" }) {
  return (
    <svg className="notice-drawing" viewBox="0 0 96 64" width="96" height="64" aria-hidden="true">
      <rect x="1" y="1" width="94" height="62" rx="6" fill="#f1eee8" stroke="#d9d5cc" />
      <path d="M1 22H95M1 46H95M28 1V63M68 1V63" stroke="#fff" strokeWidth="5" fill="none" />
      {tone === "empty" && (
        <circle cx="48" cy="34" r="11" fill="none" stroke="#7b8688" strokeWidth="2" strokeDasharray="4 3" />
      )}
      {tone === "failed" && (
        <path
          d="M48 20 62 45H34Z M48 29v7 M48 40v.5"
          fill="#fff"
          stroke="#b3261e"
          strokeWidth="2.4"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      )}
      {tone === "good" && (
        <>
          <circle cx="48" cy="34" r="12" fill="#0b5c5e" />
          <path
            d="M42 34.5l4.2 4.2 8-8.6"
            fill="none"
            stroke="#fff"
            strokeWidth="2.6"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      )}
    </svg>
  );
}
