/** Many rows in one statement: columns as array literals for `unnest`, the fastest safe load that both stores share. @module */
import { type RawBuilder, sql } from "kysely";

type ArrayType = "text" | "float8" | "int8" | "int4" | "bool";

/**
 * One parameter holding a whole column, as PostgreSQL writes arrays (`{"a",NULL}`), cast to its type.
 * Geometries go as text of hexadecimal EWKB and are cast one by one: arrays of geometry are separated by colons.
 */
export function arrayOf<Column = unknown>(
  type: ArrayType,
  values: Iterable<string | number | boolean | null>,
): RawBuilder<Column> {
  const literal = arrayLiteral(values);
  return sql`${literal}::${sql.raw(type)}[]`;
}

export function arrayLiteral(values: Iterable<string | number | boolean | null>): string {
  const items: string[] = [];
  for (const value of values) {
    if (value === null) items.push("NULL");
    else if (typeof value === "string") items.push(`"${value.replace(/["\\]/g, "\\$&")}"`);
    else items.push(String(value));
  }
  return `{${items.join(",")}}`;
}
