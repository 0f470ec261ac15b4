/** Whether two rows are probably one facility under two names: a warning for whoever keeps the register, never a decision. @module */

/** Farther apart than this two rows of one name are branches. */
const MOST_APART_M = 60;
/** Words that say what kind of firm it is, or that it is one, and so tell nobody apart. */
const COMMON_LATIN = /\b(the|ltd|limited|co|pharmacy|chemists?|clinic|medical cent(?:er|re)|health cent(?:er|re))\b/g;
const COMMON = /有限责任公司|股份有限公司|有限公司|个体|分公司|分店|总店|[店院部所]$/g;
/** Shorter names are in too many others. */
const LEAST_CHARACTERS = 2;

/** `仁和大药房（人民路店）有限公司` → `仁和大药房`. */
export function plainName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, "")
    .replace(COMMON_LATIN, "")
    .replace(/[\s·・•.,，。、\-—_'"“”]/g, "")
    .replace(COMMON, "");
}

export function mayBeSame(nameA: string | null, nameB: string | null, metres: number): boolean {
  if (metres > MOST_APART_M || nameA === null || nameB === null) return false;
  const [a, b] = [plainName(nameA), plainName(nameB)];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < LEAST_CHARACTERS) return false;
  return long === short || (short.length > LEAST_CHARACTERS && long.includes(short));
}
