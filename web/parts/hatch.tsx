/** The hatch that stands for unknown, the same as on the map. @module */
export const HATCH_GREY = "#6b7375";

export function Hatch({ id }: { readonly id: string }) {
  return (
    <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse">
      <rect width="4" height="4" fill="#fff" />
      <path d="M-1 1 1 -1M0 4 4 0M3 5 5 3" stroke={HATCH_GREY} strokeWidth="1" />
    </pattern>
  );
}
