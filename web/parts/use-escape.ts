/** The Escape key closes what lies on top. @module */
import { useEffect } from "react";

/** @param close the same function for every render, else it is listened for anew each time */
export function useEscape(close: () => void): void {
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === "Escape") close();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [close]);
}
