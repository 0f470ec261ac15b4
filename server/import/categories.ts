/** The catalogue of facility categories: one code for what OpenStreetMap, Amap, Baidu and people call differently. @module */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  type Category,
  type CategoryGroup,
  checkCatalogue,
  duplicate,
  isContains,
  isNot,
  malformed,
  requiredKey,
  type TagMatcher,
  type TagTest,
} from "./category-file.ts";
import type { Tags } from "./osm/tags.ts";

export interface Catalogue {
  readonly groups: readonly CategoryGroup[];
  /** In order of precedence. */
  readonly categories: readonly Category[];
  readonly byCode: ReadonlyMap<string, Category>;
  /**
   * Categories that the tags match, in order of precedence; empty where none does. Of several that read the same tag
   * (`amenity=school` as primary school and as school), only the first is told: the others are wider words for it.
   */
  categoriesOfTags(tags: Tags): readonly string[];
  /** The first of {@link categoriesOfTags}, or null. */
  categoryOfTags(tags: Tags): string | null;
  /**
   * By code, Chinese or English name, alias, Amap code or Baidu name, whatever the case, width and outer spaces.
   * Several at once as Amap and Baidu write them, `090601|090602` or `医疗;药店`: the first that is known, the parts
   * of one path from its end, where it is most specific.
   */
  categoryOfText(text: string): string | null;
}

export const CATALOGUE_FILE = fileURLToPath(new URL("../../data/categories/catalogue.json", import.meta.url));

export async function loadCatalogue(file: string = CATALOGUE_FILE): Promise<Catalogue> {
  const text = await readFile(file, "utf8");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw malformed(file, "JSON", (error as Error).message, "well-formed JSON");
  }
  return parseCatalogue(json, file);
}

export function parseCatalogue(json: unknown, file: string): Catalogue {
  const { groups, categories } = checkCatalogue(json, file);
  const byCode = new Map<string, Category>();
  for (const [i, category] of categories.entries()) {
    if (byCode.has(category.code)) throw duplicate(file, `categories[${i}].code`, category.code, category.code);
    byCode.set(category.code, category);
  }
  const words = indexWords(categories, file);
  const matchers = indexMatchers(categories);

  const categoriesOfTags = (tags: Tags) => {
    /** The first category that reads a tag, by `key=value`. */
    const readers = new Map<string, number>();
    for (const key of tags.keys()) {
      for (const { order, matcher } of matchers.get(key) ?? []) {
        if (!matches(matcher, tags)) continue;
        const tag = `${key}=${valueRead(matcher[key], tags.get(key) ?? "")}`;
        if (order < (readers.get(tag) ?? Number.POSITIVE_INFINITY)) readers.set(tag, order);
      }
    }
    return [...new Set(readers.values())].sort((a, b) => a - b).map((order) => categories[order].code);
  };
  return {
    groups,
    categories,
    byCode,
    categoriesOfTags,
    categoryOfTags: (tags) => categoriesOfTags(tags)[0] ?? null,
    categoryOfText: (text) => {
      const whole = words.get(fold(text));
      if (whole) return whole;
      for (const path of text.split("|")) {
        for (const part of [path, ...path.split(/[;；]/).reverse()]) {
          const code = words.get(fold(part));
          if (code) return code;
        }
      }
      return null;
    },
  };
}

function fold(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}

function indexWords(categories: readonly Category[], file: string): Map<string, string> {
  const owner = new Map<string, string>();
  for (const [i, category] of categories.entries()) {
    const { code, zh, en, amap, baidu, aliases } = category;
    const named: [string, string][] = [
      ["code", code],
      ["zh", zh],
      ["en", en],
    ];
    for (const [field, list] of Object.entries({ amap, baidu, aliases })) {
      for (const [k, word] of list.entries()) named.push([`${field}[${k}]`, word]);
    }
    for (const [field, word] of named) {
      const key = fold(word);
      const other = owner.get(key);
      if (other !== undefined && other !== code)
        throw duplicate(file, `categories[${i}].${field} (${code})`, word, other);
      owner.set(key, code);
    }
    const repeated = aliases.find((word, k) => aliases.findIndex((earlier) => fold(earlier) === fold(word)) < k);
    if (repeated !== undefined) throw duplicate(file, `categories[${i}].aliases (${code})`, repeated, code);
  }
  return owner;
}

interface Entry {
  readonly order: number;
  readonly matcher: TagMatcher;
}

/** Matchers by a key that must be there, so that an object is only held against those that it may meet. */
function indexMatchers(categories: readonly Category[]): Map<string, Entry[]> {
  const index = new Map<string, Entry[]>();
  for (const [order, { osm }] of categories.entries()) {
    for (const matcher of osm) {
      const key = requiredKey(matcher);
      if (key === undefined) continue;
      const list = index.get(key) ?? [];
      list.push({ order, matcher });
      index.set(key, list);
    }
  }
  return index;
}

function matches(matcher: TagMatcher, tags: Tags): boolean {
  for (const key in matcher) if (!passes(matcher[key], tags.get(key))) return false;
  return true;
}

function passes(test: TagTest, value: string | undefined): boolean {
  if (isNot(test)) return value === undefined || !test.not.includes(value);
  if (value === undefined) return false;
  if (test === "*") return true;
  if (isContains(test)) return test.contains.some((part) => value.includes(part));
  const wanted = listOf(test);
  return wanted.includes(value) || partsOf(value).some((part) => wanted.includes(part));
}

/** The part of a value that the test met: of `bank;atm`, `atm`. */
function valueRead(test: TagTest, value: string): string {
  if (isNot(test) || isContains(test) || test === "*") return value;
  const wanted = listOf(test);
  return partsOf(value).find((part) => wanted.includes(part)) ?? value;
}

function listOf(test: string | readonly string[]): readonly string[] {
  return typeof test === "string" ? [test] : test;
}

function partsOf(value: string): string[] {
  return value.split(";").map((part) => part.trim());
}
