/** Whether a file of a pack has the shape of the schema; told at the innermost place where it has not. @module */
import { type TSchema, Type } from "typebox";
import { Value } from "typebox/value";
import type { StandardsError } from "../errors.ts";
import { PackFile, type WrittenPack } from "./file-schema.ts";
import { KINDS, type Kind, REQUIREMENTS } from "./requirement-schema.ts";
import type { Path, YamlFile } from "./yaml-file.ts";

/** All but the requirements, each of which is held against the schema of its own kind. */
const Frame = Type.Object(
  { ...PackFile.properties, requirements: Type.Optional(Type.Array(Type.Unknown())) },
  { additionalProperties: false },
);

type Wrong = ReturnType<typeof Value.Errors>[number];

export function checkShape(yaml: YamlFile): StandardsError[] {
  const faults = wrongs(Frame, yaml, yaml.value, []);
  const requirements = (yaml.value as Partial<WrittenPack> | null)?.requirements;
  if (!Array.isArray(requirements)) return faults;
  for (const [i, requirement] of requirements.entries()) {
    const path = ["requirements", i];
    const kind: unknown = (requirement as { kind?: unknown } | null)?.kind;
    if (!isKind(kind)) {
      faults.push(yaml.fault("pack_kind_unknown", [...path, "kind"], show(kind), KINDS.join(", ")));
    } else faults.push(...wrongs(REQUIREMENTS[kind], yaml, requirement, path));
  }
  return faults;
}

function isKind(kind: unknown): kind is Kind {
  return typeof kind === "string" && (KINDS as string[]).includes(kind);
}

/** One fault for each place, and none for a place above another: of a choice, the branch that went deepest is told. */
function wrongs(schema: TSchema, yaml: YamlFile, value: unknown, above: Path): StandardsError[] {
  const errors = [...Value.Errors(schema, value)].filter(({ keyword }) => keyword !== "boolean");
  const deepest = errors.filter(
    ({ instancePath }) => !errors.some((other) => other.instancePath.startsWith(`${instancePath}/`)),
  );
  const seen = new Set<string>();
  return deepest.flatMap((error) => {
    if (seen.has(error.instancePath)) return [];
    seen.add(error.instancePath);
    const inner = error.instancePath.split("/").slice(1).map(unescapePointer);
    const stray = strayMember(error);
    const path = [...above, ...inner, ...(stray === null ? [] : [stray])];
    const found = stray ?? show(at(value, inner));
    const alike = deepest.filter(({ instancePath }) => instancePath === error.instancePath);
    const expected = [...new Set(alike.map(expectation))].join("; ");
    return [yaml.fault("pack_shape", path, stray === null ? found : `unknown member ${stray}`, expected)];
  });
}

function strayMember({ keyword, params }: Wrong): string | null {
  return keyword === "additionalProperties"
    ? ((params as { additionalProperties: readonly string[] }).additionalProperties[0] ?? null)
    : null;
}

function expectation({ keyword, params, message }: Wrong): string {
  if (keyword === "enum") return (params as { allowedValues?: readonly string[] }).allowedValues?.join(", ") ?? message;
  if (keyword === "additionalProperties") return "the members that the schema names";
  if (keyword === "required")
    return `the members ${(params as { requiredProperties: readonly string[] }).requiredProperties.join(", ")}`;
  return message;
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | null)?.[step], value);
}

function unescapePointer(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

function show(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "missing");
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
