/** Rules of spacing from their folders: those that ship, and a district's own; read again when a file changes. @module */
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { spacingError } from "../spacing/errors.ts";
import { readRules } from "../spacing/read-rules.ts";
import { opposites, type Rule } from "../spacing/rule.ts";

const SHIPPED = fileURLToPath(new URL("../../data/standards/spacing", import.meta.url));

/** Whatever is asked of a rule book sees all of its files, or none: a stricter rule in a faulty file must not be passed over. */
export class RuleBook {
  private readonly folders: readonly string[];
  private readonly isCategory: (code: string) => boolean;
  private read: { readonly stamp: string; readonly rules: readonly Rule[] } | null = null;

  /** @param own folder of the district's files, which need not be there */
  constructor(isCategory: (code: string) => boolean, own: string | null) {
    this.isCategory = isCategory;
    this.folders = own === null ? [SHIPPED] : [SHIPPED, own];
  }

  /** In the order of folders and names of files. @throws DomainError `rules_unreadable`, `rules_faulty`, `rule_twice` */
  async rules(): Promise<readonly Rule[]> {
    const files = (await Promise.all(this.folders.map(filesIn))).flat();
    const stamp = files.map(({ path, stamp }) => `${path} ${stamp}`).join("\n");
    if (this.read?.stamp === stamp) return this.read.rules;
    const rules: Rule[] = [];
    const fileOf = new Map<string, string>();
    for (const { path, name } of files) {
      const text = await readFile(path, "utf8").catch((error: Error) => {
        throw spacingError("rules_unreadable", { file: name, value: error.message });
      });
      for (const rule of readRules(text, name, this.isCategory)) {
        const other = fileOf.get(rule.id);
        if (other !== undefined) {
          const line = text.slice(0, text.indexOf(rule.id)).split("\n").length;
          throw spacingError("rule_twice", { file: name, line, value: rule.id, expected: other });
        }
        fileOf.set(rule.id, name);
        rules.push(rule);
      }
    }
    this.read = { stamp, rules };
    return rules;
  }

  /**
   * The rule that is named, else those asked of an area by default, in force on the day or not.
   *
   * @throws DomainError `rule_unknown`
   */
  async rulesFor(areaId: string, named: string | null): Promise<readonly Rule[]> {
    const all = await this.rules();
    if (named === null) {
      return all.filter(({ use, areas }) => use === "by_default" && (areas === null || areas.includes(areaId)));
    }
    const found = all.find(({ id }) => id === named);
    if (found === undefined) {
      throw spacingError("rule_unknown", { value: named, expected: all.map(({ id }) => id).join(", ") });
    }
    return [found];
  }

  /** Rules in force on the day that concern a category. @throws DomainError `rule_unknown`, `rule_not_for_category` */
  async rulesOn(areaId: string, named: string | null, category: string): Promise<readonly Rule[]> {
    const rules = await this.rulesFor(areaId, named);
    const concerned = rules.filter((rule) => opposites(rule, category).length > 0);
    if (named !== null && concerned.length === 0) {
      const [{ sameClass, between }] = rules;
      const expected = [...sameClass, ...(between?.flat() ?? [])].join(", ");
      throw spacingError("rule_not_for_category", { value: named, category, expected });
    }
    return concerned;
  }
}

async function filesIn(folder: string): Promise<{ path: string; name: string; stamp: string }[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw spacingError("rules_unreadable", { file: folder, value: error.message });
  });
  const rules = names.filter((name) => /\.ya?ml$/i.test(name)).sort();
  return Promise.all(
    rules.map(async (name) => {
      const path = join(folder, name);
      const { mtimeMs, size } = await stat(path);
      return { path, name, stamp: `${mtimeMs} ${size}` };
    }),
  );
}
