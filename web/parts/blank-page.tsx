/** A page that has only one thing to say: that it waits, that it failed, or what to do first. @module */
import type { ReactNode } from "react";

export function BlankPage({ children }: { readonly children: ReactNode }) {
  return (
    <main className="blank-page" id="map" tabIndex={-1}>
      {children}
    </main>
  );
}
