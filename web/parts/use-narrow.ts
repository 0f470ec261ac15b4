/** Whether the window is as narrow as a phone's: then panels become one sheet. @module */
import { useSyncExternalStore } from "react";

const narrow = window.matchMedia("(max-width: 767px)");

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      narrow.addEventListener("change", listener);
      return () => narrow.removeEventListener("change", listener);
    },
    () => narrow.matches,
  );
}
