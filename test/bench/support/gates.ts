/** The table that a benchmark prints: ours, the peer's, their ratio, and the bound it is held to. @module */
import { availableParallelism, cpus, loadavg } from "node:os";

export interface Gate {
  readonly what: string;
  readonly ours: string;
  readonly peer: string;
  readonly ratio: number;
  /** `least`: the ratio must not fall below; `most`: it must not rise above; null: told only. */
  readonly bound: { readonly least: number } | { readonly most: number } | null;
}

export function holds({ ratio, bound }: Gate): boolean {
  if (bound === null) return true;
  return "least" in bound ? ratio >= bound.least : ratio <= bound.most;
}

/** Prints the table in Markdown with machine, date and load, and fails the process where a gate does not hold. */
export function report(title: string, gates: readonly Gate[]): void {
  const rows = gates.map((gate) => [gate.what, gate.ours, gate.peer, times(gate.ratio), boundOf(gate)]);
  const load = loadavg()[0].toFixed(1);
  const table = [["what", "ours", "peer", "ratio", "bound"], ["---", "---", "---", "---", "---"], ...rows];
  console.log(`\n${title} · ${machine()} · ${new Date().toISOString().slice(0, 10)} · load ${load}\n`);
  for (const row of table) console.log(`| ${row.join(" | ")} |`);
  if (!gates.every(holds)) process.exitCode = 1;
}

export function machine(): string {
  return `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? "unknown processor"}, Node ${process.versions.node}`;
}

/** Three figures, whatever the size. */
export function figure(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);
}

export function milliseconds(ms: number): string {
  if (ms >= 1000) return `${figure(ms / 1000)} s`;
  return ms >= 1 ? `${figure(ms)} ms` : `${figure(ms * 1000)} µs`;
}

function times(ratio: number): string {
  return `${figure(ratio)}×`;
}

function boundOf(gate: Gate): string {
  if (gate.bound === null) return "–";
  const text = "least" in gate.bound ? `≥ ${gate.bound.least}×` : `≤ ${gate.bound.most}×`;
  return holds(gate) ? text : `**${text} missed**`;
}
