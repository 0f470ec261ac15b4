/** Values of an address, each read from its text; null for what is none, never a guess. @module */

export function oneOf<T extends string>(allowed: readonly T[]) {
  return (text: string): T | null => allowed.find((value) => value === text) ?? null;
}

/** Several, parted by commas; given back in the order of `allowed`. */
export function someOf<T extends string>(allowed: readonly T[]) {
  return (text: string): readonly T[] | null => {
    const names = text.split(",");
    return names.every((name) => (allowed as readonly string[]).includes(name))
      ? allowed.filter((value) => names.includes(value))
      : null;
  };
}

/** A whole number; both ends inclusive. */
export function within(least: number, most: number) {
  return (text: string): number | null => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : null;
  };
}

export function isOne(text: string): true | null {
  return text === "1" ? true : null;
}

/** A whole number of a row, from 1. */
export function rowNumber(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

/** An ISO day that there is. */
export function day(text: string): string | null {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

/** A code or an id. */
export function word(text: string): string | null {
  return /^[\w-]{1,80}$/.test(text) ? text : null;
}

export function anyText(text: string): string | null {
  return text.length <= 200 ? text : null;
}
