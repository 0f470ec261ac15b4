/** A wide table in its own scrolling region, which the keyboard can reach and scroll. @module */
import type { ReactNode } from "react";
import "../style/table.css";

export function TableScroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
