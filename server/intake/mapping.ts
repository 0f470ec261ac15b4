/** Which header of a table holds which field, where the headers are not found by themselves: `facilities.name=店名`. @module */
import { intakeError, TABLE_KINDS } from "./files.ts";

type TableKind = (typeof TABLE_KINDS)[number];
export type Mappings = Readonly<Record<TableKind, Readonly<Record<string, string>>>>;

const ENTRY = /^(?<kind>\w+)\.(?<field>\w+)=(?<header>.+)$/s;

/** Throws `mapping_malformed`. */
export function parseMappings(entries: readonly string[]): Mappings {
  const mappings: Record<TableKind, Record<string, string>> = {
    boundary: {},
    residences: {},
    facilities: {},
    communities: {},
    population: {},
  };
  for (const entry of entries) {
    const { kind, field, header } = ENTRY.exec(entry)?.groups ?? {};
    const table = TABLE_KINDS.find((known) => known === kind);
    if (table === undefined) throw malformed(entry);
    if (field in mappings[table]) throw malformed(entry);
    mappings[table][field] = header;
  }
  return mappings;
}

function malformed(value: string): Error {
  return intakeError("mapping_malformed", { value, expected: TABLE_KINDS.join(", ") });
}
