/** Pieces that the schemas of a pack share. @module */
import { type Static, type TProperties, Type } from "typebox";

/** An object that takes the named members and no others, so that a slip of the pen is found. */
export const Strict = <T extends TProperties>(members: T) => Type.Object(members, { additionalProperties: false });
/** One of several words: told as a closed list in the schema, and as a union in TypeScript. */
export const OneOf = <const T extends string[]>(...words: T) => Type.Unsafe<T[number]>(Type.Enum(words));

export const Id = Type.String({
  pattern: "^[a-z][a-z0-9_]*(\\.[a-z0-9][a-z0-9_]*)*$",
  description: "small letters, digits and _, in parts joined by dots",
});
export const Words = { zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) };
export const Clause = Type.String({ minLength: 1, description: "clause of the document, as 三(四)1" });
/** A day: 2015-08-20, or as documents write it: 2015年8月中旬, 2013年底. Inclusive. */
export const Day = Type.String({
  minLength: 1,
  description: "2015-08-20, 2015年8月底, 2015年8月中旬, 2015年底; inclusive",
});
export const Share = Type.Number({ minimum: 0, maximum: 1 });

/** A figure, or the parameter of the pack that gives it. */
export const Amount = Type.Union([Type.Number({ minimum: 0 }), Strict({ parameter: Id })]);
export type Amount = Static<typeof Amount>;

export const Strength = OneOf("must", "generally", "in_principle", "encouraged", "open_list");
export type Strength = Static<typeof Strength>;

/**
 * How well a value is known: `original` read in the document itself, `S` seen in a public source, `S2` seen in a
 * secondary source, `R` recalled and not checked.
 */
export const Evidence = OneOf("original", "S", "S2", "R");
export type Evidence = Static<typeof Evidence>;

export const Level = OneOf("district", "street", "community");
export type Level = Static<typeof Level>;

/** To whom or to what a requirement or a case of it applies: all members must hold. */
export const Condition = Strict({
  setting: Type.Optional(OneOf("urban", "rural")),
  age: Type.Optional(OneOf("old", "new")),
  mark: Type.Optional(Type.String({ description: "a yes/no fact of the facility or its unit that must be yes" })),
  not_mark: Type.Optional(Type.String({ description: "a yes/no fact of the facility or its unit that must be no" })),
  parameter: Type.Optional(Type.String({ description: "a parameter that must have the value `is`" })),
  is: Type.Optional(Type.String()),
  list: Type.Optional(Type.String({ description: "units named in this task list" })),
  only: Type.Optional(
    Type.Array(Type.String(), { minItems: 1, description: "units by name, 街道/社区 where unclear" }),
  ),
  except: Type.Optional(Type.Array(Type.String(), { minItems: 1, description: "units, and all units within them" })),
});
export type Condition = Static<typeof Condition>;
