/** The value once it has rested: a slider repaints at once, but the service is asked only when it stops. @module */
import { useEffect, useState } from "react";

const REST_MS = 180;

export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
