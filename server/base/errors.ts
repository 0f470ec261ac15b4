/** Errors that a user can act on: a closed code, the fields that say where and what, and words in two languages. @module */

export type Fields = Readonly<Record<string, string | number | null>>;
export interface Words {
  readonly zh: string;
  readonly en: string;
}
/** Whose move it is: the input is wrong, the thing is not there, it clashes with what is stored, or somebody else holds it. */
export type ErrorKind = "input" | "missing" | "conflict" | "busy";

/** Templates of one folder: `{field}` is replaced by the value of that field. */
export type Messages<Code extends string> = Readonly<Record<Code, Words>>;

export class DomainError<Code extends string = string> extends Error {
  readonly kind: ErrorKind;
  readonly code: Code;
  readonly fields: Fields;
  readonly words: Words;

  constructor(kind: ErrorKind, code: Code, fields: Fields, template: Words) {
    const words = { zh: fill(template.zh, fields), en: fill(template.en, fields) };
    super(words.en);
    this.name = "DomainError";
    this.kind = kind;
    this.code = code;
    this.fields = fields;
    this.words = words;
  }
}

/** Plain form that crosses worker and process borders, where `instanceof` does not. */
export interface WireError {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly fields: Fields;
  readonly words: Words;
}

export function toWire(error: DomainError): WireError {
  return { kind: error.kind, code: error.code, fields: error.fields, words: error.words };
}

export function fromWire({ kind, code, fields, words }: WireError): DomainError {
  return new DomainError(kind, code, fields, words);
}

export function fill(template: string, fields: Fields): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in fields ? String(fields[name]) : whole));
}
