/** What the worker of the embedded store and its client say to each other. @module */

/** Where the database lives, and what it starts from. */
export interface WorkerSetup {
  /** Folder of the database; null keeps it in memory, for tests. */
  readonly folder: string | null;
  /** Tar of a database folder to start from where there is none yet; null builds an empty one (8–11 s). */
  readonly template: Uint8Array | null;
  /** See `leanPostgis`. */
  readonly partsFolder: string | null;
}

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** Outside a transaction: what it wrote is taken back where it ends without an answer. */
  readonly alone: boolean;
}

export type Request =
  | { readonly id: number; readonly do: "run"; readonly statement: Statement }
  | { readonly id: number; readonly do: "dump" }
  | { readonly id: number; readonly do: "close" };

export interface Answer {
  readonly columns: readonly string[];
  /** One array a row, in the order of `columns`. */
  readonly rows: readonly (readonly unknown[])[];
  /** `SELECT`, `INSERT`, … */
  readonly command: string;
  readonly affectedRows: number;
}

/** An error of the database, as plain fields. */
export interface Failure {
  readonly message: string;
  /** SQLSTATE, where the database gave one. */
  readonly code: string | null;
  readonly detail: string | null;
  readonly constraint: string | null;
  /** True where the statement ended with neither result nor error. */
  readonly lost: boolean;
}

export type Reply =
  | { readonly ready: true }
  | { readonly ready: false; readonly failure: Failure }
  | { readonly id: number; readonly answer: Answer | Uint8Array | null }
  | { readonly id: number; readonly failure: Failure };
