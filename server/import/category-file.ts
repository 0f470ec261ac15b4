/** What a file of categories must look like: checked once, told with the place where it is not so. @module */
import { DomainError, type Messages } from "../base/errors.ts";

/** A value, one of several, any (`*`), a part of the text, or anything but these, absence included. */
export type TagTest =
  | string
  | readonly string[]
  | { readonly contains: readonly string[] }
  | { readonly not: readonly string[] };
/** All keys must pass. */
export type TagMatcher = Readonly<Record<string, TagTest>>;

export interface Category {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly group: string;
  /** Any of them suffices. */
  readonly osm: readonly TagMatcher[];
  /** Six-digit type codes of Amap. */
  readonly amap: readonly string[];
  /** Type names of Baidu. */
  readonly baidu: readonly string[];
  readonly aliases: readonly string[];
}

export interface CategoryGroup {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export type CategoryCode = "catalogue_malformed" | "catalogue_duplicate";

const WORDS: Messages<CategoryCode> = {
  catalogue_malformed: {
    zh: "类别表 {file} 的 {field} 有误：{value}，应为 {expected}",
    en: "{file}: {field} is {value}; expected {expected}",
  },
  catalogue_duplicate: {
    zh: "类别表 {file} 的 {field}：“{value}”已经属于 {expected}",
    en: '{file}: {field}: "{value}" already belongs to {expected}',
  },
};

export class CategoryError extends DomainError<CategoryCode> {}

export function checkCatalogue(json: unknown, file: string): { groups: CategoryGroup[]; categories: Category[] } {
  const check = new Checker(file);
  const root = check.object(json, "catalogue");
  const groups = check.list(root.groups, "groups").map((group, i) => check.group(group, `groups[${i}]`));
  const categories = check
    .list(root.categories, "categories")
    .map((one, i) => check.category(one, `categories[${i}]`, groups));
  return { groups, categories };
}

/** A key that every object of the matcher carries; none where all tests are of absence. */
export function requiredKey(matcher: TagMatcher): string | undefined {
  return Object.keys(matcher).find((key) => !isNot(matcher[key]));
}

export function isContains(test: TagTest): test is { readonly contains: readonly string[] } {
  return typeof test === "object" && "contains" in test;
}

export function isNot(test: TagTest): test is { readonly not: readonly string[] } {
  return typeof test === "object" && "not" in test;
}

/** Turns unknown JSON into categories, and says where it is not what it should be. */
class Checker {
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  object(value: unknown, at: string): Record<string, unknown> {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      throw malformed(this.file, at, value, "an object");
    return value as Record<string, unknown>;
  }

  list(value: unknown, at: string): unknown[] {
    if (!Array.isArray(value)) throw malformed(this.file, at, value, "a list");
    return value;
  }

  text(value: unknown, at: string): string {
    if (typeof value !== "string" || value.trim() === "") throw malformed(this.file, at, value, "a text");
    return value;
  }

  texts(value: unknown, at: string, form: RegExp = /\S/): string[] {
    return this.list(value, at).map((one, i) => {
      const text = this.text(one, `${at}[${i}]`);
      if (!form.test(text)) throw malformed(this.file, `${at}[${i}]`, text, String(form));
      return text;
    });
  }

  code(value: unknown, at: string): string {
    const code = this.text(value, at);
    if (!/^[a-z][a-z0-9_]*$/.test(code)) throw malformed(this.file, at, code, "small letters, digits and _");
    return code;
  }

  group(value: unknown, at: string): CategoryGroup {
    const { code, zh, en } = this.object(value, at);
    return { code: this.code(code, `${at}.code`), zh: this.text(zh, `${at}.zh`), en: this.text(en, `${at}.en`) };
  }

  category(value: unknown, at: string, groups: readonly CategoryGroup[]): Category {
    const given = this.object(value, at);
    const group = this.code(given.group, `${at}.group`);
    if (!groups.some(({ code }) => code === group))
      throw malformed(this.file, `${at}.group`, group, groups.map(({ code }) => code).join(", "));
    return {
      ...this.group(given, at),
      group,
      osm: this.list(given.osm, `${at}.osm`).map((matcher, i) => this.matcher(matcher, `${at}.osm[${i}]`)),
      amap: this.texts(given.amap, `${at}.amap`, /^\d{6}$/),
      baidu: this.texts(given.baidu, `${at}.baidu`),
      aliases: this.texts(given.aliases, `${at}.aliases`),
    };
  }

  private matcher(value: unknown, at: string): TagMatcher {
    const tests = Object.entries(this.object(value, at)).map(
      ([key, test]) => [key, this.test(test, `${at}.${key}`)] as const,
    );
    const matcher = Object.fromEntries(tests);
    if (requiredKey(matcher) === undefined) throw malformed(this.file, at, value, "a key that must be there");
    return matcher;
  }

  private test(value: unknown, at: string): TagTest {
    if (typeof value === "string") return this.text(value, at);
    if (Array.isArray(value)) return this.texts(value, at);
    const { contains, not } = this.object(value, at);
    if (contains !== undefined && not === undefined) return { contains: this.texts(contains, `${at}.contains`) };
    if (not !== undefined && contains === undefined) return { not: this.texts(not, `${at}.not`) };
    throw malformed(this.file, at, value, "a value, a list, contains or not");
  }
}

export function malformed(file: string, field: string, value: unknown, expected: string): CategoryError {
  const shown = typeof value === "string" ? value : (JSON.stringify(value) ?? "missing");
  return new CategoryError(
    "input",
    "catalogue_malformed",
    { file, field, value: shown, expected },
    WORDS.catalogue_malformed,
  );
}

export function duplicate(file: string, field: string, value: string, expected: string): CategoryError {
  return new CategoryError("input", "catalogue_duplicate", { file, field, value, expected }, WORDS.catalogue_duplicate);
}
