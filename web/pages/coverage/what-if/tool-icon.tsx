/** Each tool drawn small: what it does to a badge, a street, a gate. @module */
import type { Tool } from "./use-tools.ts";

const BADGE = "M3 3h9v9H3z";
const STREET = "M1 15 17 6";
const GATE = "M3 16V5h12v11M3 10h12";

const PATHS: Readonly<Record<Tool, readonly string[]>> = {
  drag: [BADGE, "M9 14h7M13.500 11.500 16 14l-2.500 2.500"],
  add: [BADGE, "M14 10v7M10.500 13.500h7"],
  close: [BADGE, "M2 16 16 2"],
  edit: [BADGE, "m8 16 7-7 2 2-7 7H8z"],
  shutStreet: [STREET, "M6 7l6 7M12 7l-6 7"],
  openStreet: [STREET, "M9 10.500m-3.500 0a3.500 3.500 0 1 0 7 0a3.500 3.500 0 1 0-7 0"],
  shutGate: [GATE, "M6 6v10M9 6v10M12 6v10"],
  openGate: ["M3 16V5h12v11", "m3 10 4 3v4"],
  path: ["M2 13c4-8 10-8 14 0", "M2 13v3M16 13v3M6 9v4M12 9v4"],
};

export function ToolIcon({ tool }: { readonly tool: Tool }) {
  return (
    <svg className="tool-icon" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
      {PATHS[tool].map((d) => (
        <path key={d} d={d} fill="none" stroke="currentColor" strokeWidth="1.500" strokeLinecap="round" />
      ))}
    </svg>
  );
}
