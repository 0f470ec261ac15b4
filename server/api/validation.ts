/** Requests held against the schema of their route, strictly, and what is wrong with them told in both languages. @module */
import type { FastifySchemaCompiler } from "fastify";
import type { TSchema } from "typebox";
import { Compile } from "typebox/schema";
import type { Words } from "../base/errors.ts";
import { type ApiError, invalidRequest, missingPart, unknownPart } from "./problems.ts";

/** What is used of a JSON schema here. */
interface Shape {
  readonly type?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}
/** A rule that was broken: as JSON Schema calls it, where in the value and where in the schema. */
interface Breach {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const TYPES: Readonly<Record<string, Words>> = {
  number: { zh: "数字", en: "a number" },
  integer: { zh: "整数", en: "a whole number" },
  string: { zh: "一段文字", en: "one text" },
  array: { zh: "列表", en: "a list" },
  object: { zh: "对象", en: "an object" },
  boolean: { zh: "true 或 false", en: "true or false" },
};
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const SHOWN_CHARACTERS = 200;

/**
 * Numbers in an address are text and are read as numbers; in a body they must be numbers: a blank or a null is never
 * taken for 0. A list in an address is a name given several times, or once. What is left out takes the default that its
 * schema states.
 */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart = "body" }) => {
  const validator = Compile(schema);
  const shape = schema as Shape;
  return (given: unknown) => {
    const value = withDefaults(httpPart === "body" ? given : fromAddress(given, shape), shape);
    if (validator.Check(value)) return { value };
    return { error: errorOf(validator.Errors(value)[1] as Breach[], shape, httpPart, value) };
  };
};

function fromAddress(given: unknown, { properties = {} }: Shape): unknown {
  if (!isRecord(given)) return given;
  const value: Record<string, unknown> = { ...given };
  for (const [name, { type }] of Object.entries(properties)) {
    const text = value[name];
    const isNumber = type === "number" || type === "integer";
    if (isNumber && typeof text === "string" && DECIMAL.test(text)) value[name] = Number(text);
    if (type === "array" && typeof text === "string") value[name] = [text];
  }
  return value;
}

function withDefaults(given: unknown, { properties = {} }: Shape): unknown {
  if (!isRecord(given)) return given;
  const value: Record<string, unknown> = { ...given };
  for (const [name, property] of Object.entries(properties)) {
    if (value[name] === undefined && property.default !== undefined) value[name] = property.default;
  }
  return value;
}

/** The breach that says most: a misspelt name before the one that it leaves missing, both before values. */
function errorOf(breaches: readonly Breach[], schema: Shape, part: string, value: unknown): ApiError {
  const wholeIsWrong = breaches.find(({ keyword, instancePath }) => keyword === "type" && instancePath === "");
  if (wholeIsWrong) return invalidRequest(part, shown(value), expectedOf(wholeIsWrong, breaches, schema));
  const [unknown] = breaches.flatMap((breach) => namesIn(breach, "additionalProperties"));
  if (unknown) return unknownPart(placeOf(part, unknown.path), shown(valueAt(value, unknown.path)), namesOf(schema));
  const [missing] = breaches.flatMap((breach) => namesIn(breach, "requiredProperties"));
  if (missing) return missingPart(placeOf(part, missing.path));
  const [first] = breaches;
  const path = first.instancePath.split("/").slice(1);
  return invalidRequest(placeOf(part, path), shown(valueAt(value, path)), expectedOf(first, breaches, schema));
}

function namesIn({ instancePath, params }: Breach, kind: string): { path: string[] }[] {
  const names = params[kind];
  return Array.isArray(names)
    ? names.map((name) => ({ path: [...instancePath.split("/").slice(1), String(name)] }))
    : [];
}

function expectedOf(
  { keyword, instancePath, schemaPath, params }: Breach,
  all: readonly Breach[],
  schema: Shape,
): Words {
  switch (keyword) {
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return alike(rangeOf(valueAt(schema, schemaPath.split("/").slice(1)) as Shape));
    case "const":
    case "anyOf":
      return alike(
        all
          .flatMap((one) =>
            one.keyword === "const" && one.instancePath === instancePath ? [one.params.allowedValue] : [],
          )
          .join(", "),
      );
    case "type":
      return TYPES[String(params.type)] ?? alike(String(params.type));
    case "pattern":
      if (params.pattern === "\\S") return { zh: "不是空白的文字", en: "a text that is not blank" };
      return { zh: `符合 ${params.pattern} 的文字`, en: `a text like ${params.pattern}` };
    case "minLength":
      return { zh: `至少 ${params.limit} 个字`, en: `at least ${params.limit} characters` };
    case "maxLength":
      return { zh: `至多 ${params.limit} 个字`, en: `at most ${params.limit} characters` };
    case "minItems":
      return { zh: `至少 ${params.limit} 项`, en: `at least ${params.limit} of them` };
    case "maxItems":
      return { zh: `至多 ${params.limit} 项`, en: `at most ${params.limit} of them` };
    default:
      return { zh: "没有这一项", en: "nothing there" };
  }
}

function rangeOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Shape): string {
  const bounds = [
    ["≥", minimum],
    [">", exclusiveMinimum],
    ["≤", maximum],
    ["<", exclusiveMaximum],
  ] as const;
  return bounds.flatMap(([sign, bound]) => (bound === undefined ? [] : [`${sign} ${bound}`])).join(", ");
}

function alike(text: string): Words {
  return { zh: text, en: text };
}

function namesOf({ properties = {} }: Shape): string {
  return Object.keys(properties).join(", ");
}

function placeOf(part: string, path: readonly string[]): string {
  return [part, ...path].join(".");
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, step) => (typeof at === "object" ? (at as Record<string, unknown> | null)?.[step] : undefined),
    value,
  );
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "null");
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
