/** A YAML file of rules as nodes that know their line, so that a fault can be told by its place. @module */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import { isDay } from "../base/day.ts";
import type { DomainError, Words } from "../base/errors.ts";
import { spacingError } from "./errors.ts";

const SHOWN_CHARS = 80;

/** Items of `rules:`. @throws DomainError `rules_faulty` */
export function rulesIn(text: string, file: string): RuleNode[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const where: Where = { file, lines };
  const [error] = document.errors;
  if (error !== undefined) {
    const [fault] = error.message.split("\n");
    throw faulty(where, error.pos[0], "YAML", fault, "well-formed YAML");
  }
  if (!isMap(document.contents)) throw faulty(where, 0, file, text, "rules: [...]");
  const top = new RuleNode(where, document.contents, "");
  top.only(["rules"]);
  const items = top.children("rules");
  if (items.length === 0) throw top.fault("rules", "[]", "one rule or more");
  return items;
}

interface Where {
  readonly file: string;
  readonly lines: LineCounter;
}

export class RuleNode {
  private readonly where: Where;
  private readonly map: YAMLMap;
  private readonly path: string;

  constructor(where: Where, map: YAMLMap, path: string) {
    this.where = where;
    this.map = map;
    this.path = path;
  }

  /** True where the field is there and says something. */
  has(field: string): boolean {
    const node = this.map.get(field, true);
    return node !== undefined && !(isScalar(node) && node.value === null);
  }

  /** Refuses fields that nobody reads: a slip of the pen would pass in silence. */
  only(fields: readonly string[]): void {
    for (const { key } of this.map.items) {
      const name = isScalar(key) ? String(key.value) : String(key);
      if (!fields.includes(name)) throw this.fault(name, name, fields.join(", "));
    }
  }

  text(field: string): string {
    const value = this.scalar(field);
    if (typeof value !== "string" || value.trim() === "") throw this.fault(field, value, "text");
    return value.trim();
  }

  textOrNull(field: string): string | null {
    if (!this.has(field)) return null;
    const value = this.scalar(field);
    return typeof value === "number" ? String(value) : this.text(field);
  }

  matching(field: string, pattern: RegExp, expected: string): string {
    const text = this.text(field);
    if (!pattern.test(text)) throw this.fault(field, text, expected);
    return text;
  }

  oneOf<T extends string>(field: string, allowed: readonly T[]): T {
    const value = this.scalar(field);
    const found = allowed.find((each) => each === value);
    if (found === undefined) throw this.fault(field, value, allowed.join(", "));
    return found;
  }

  /** Inclusive on both ends. */
  number(field: string, least: number, most: number): number {
    const value = this.scalar(field);
    const lowest = least === Number.MIN_VALUE ? "> 0" : `≥ ${least}`;
    if (typeof value !== "number" || !(value >= least && value <= most))
      throw this.fault(field, value, `${lowest}, ≤ ${most}`);
    return value;
  }

  dayOrNull(field: string): string | null {
    if (!this.has(field)) return null;
    const value = this.scalar(field);
    if (typeof value !== "string" || !isDay(value)) throw this.fault(field, value, "a day such as 2013-09-25");
    return value;
  }

  texts(field: string): string[] {
    const list = this.map.get(field, true);
    if (!isSeq(list)) throw this.fault(field, this.scalar(field), "[a, b]");
    return list.items.map((item, i) => {
      const value = isScalar(item) ? item.value : null;
      if (typeof value !== "string" || value.trim() === "") throw this.fault(`${field}[${i}]`, value, "text");
      if (list.items.findIndex((other) => isScalar(other) && other.value === value) < i)
        throw this.fault(`${field}[${i}]`, value, "each once");
      return value;
    });
  }

  words(field: string): Words {
    const child = this.child(field);
    child.only(["zh", "en"]);
    return fromMap(child);
  }

  child(field: string): RuleNode {
    const node = this.map.get(field, true);
    if (!isMap(node)) throw this.fault(field, this.scalar(field), "fields of its own");
    return new RuleNode(this.where, node, this.pathOf(field));
  }

  /** Empty where the field is missing. */
  children(field: string): RuleNode[] {
    if (!this.has(field)) return [];
    const list = this.map.get(field, true);
    if (!isSeq(list)) throw this.fault(field, this.scalar(field), "a list");
    return list.items.map((item, i) => {
      if (!isMap(item)) throw this.fault(`${field}[${i}]`, item, "fields of its own");
      return new RuleNode(this.where, item, this.pathOf(`${field}[${i}]`));
    });
  }

  fault(field: string, value: unknown, expected: string): DomainError {
    return faulty(this.where, this.offsetOf(field), this.pathOf(field), value, expected);
  }

  private scalar(field: string): unknown {
    const node = this.map.get(field, true);
    return isScalar(node) ? node.value : (node ?? null);
  }

  private pathOf(field: string): string {
    return this.path === "" ? field : `${this.path}.${field}`;
  }

  /** Of the field itself where it is there, else of what it is missing in. */
  private offsetOf(field: string): number {
    const [name] = field.split(/[.[]/);
    const pair = this.map.items.find(({ key }) => isScalar(key) && key.value === name);
    const node = (pair?.key ?? this.map) as Node;
    return node.range?.[0] ?? 0;
  }
}

/** A text in both languages whose fields stand in the node itself. */
export function fromMap(node: RuleNode): Words {
  return { zh: node.text("zh"), en: node.text("en") };
}

function faulty({ file, lines }: Where, offset: number, place: string, value: unknown, expected: string): DomainError {
  const { line } = lines.linePos(offset);
  const text = value === null || value === undefined ? "—" : String(value);
  const shown = text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}…` : text;
  return spacingError("rules_faulty", { file, line: Math.max(1, line), place, value: shown, expected });
}
