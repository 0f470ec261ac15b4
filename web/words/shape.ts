/** The words of one language have the keys of the other's, each a text. @module */

export type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };
