/** The compiled inner loop: its module, once a thread, and what an instance of it can be asked. @module */
import { SPREAD_WASM } from "./spread-wasm.ts";

/** See `spread.as`. Addresses are in bytes. */
export interface Kernel {
  layOut(
    junctions: number,
    mm: number,
    label: number,
    touched: number,
    heads: number,
    entries: number,
    end: number,
  ): void;
  makeRoom(end: number): void;
  touchedCount(): number;
  frontier(): number;
  reset(): void;
  /** 0 where the entries have no room. */
  seed(junction: number, mm: number, label: number): number;
  spread(rows: number, rest: number, limitMm: number, untilMm: number): number;
  spreadLabels(rows: number, rest: number, limitMm: number, untilMm: number): number;
}

/** Memory of the shared kind: its block grows without cutting off who looks at it. */
export interface KernelMemory {
  readonly buffer: SharedArrayBuffer;
  grow(pages: number): number;
}

/** What is used of the platform's WebAssembly, of which neither the language's own types nor Node's tell. */
declare const WebAssembly: {
  readonly Module: new (binary: Uint8Array) => object;
  readonly Instance: new (module: object, imports: { env: { memory: KernelMemory } }) => { readonly exports: unknown };
  readonly Memory: new (pages: { initial: number; maximum: number; shared: true }) => KernelMemory;
};

/** Bytes of a page of memory. */
export const PAGE = 65_536;
/** All that 32 bits can address: junctions up to about 40 million. */
const MAX_PAGES = 65_536;

export function createMemory(bytes: number): KernelMemory {
  return new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE), maximum: MAX_PAGES, shared: true });
}

const module = new WebAssembly.Module(Buffer.from(SPREAD_WASM, "base64"));

export function startKernel(memory: KernelMemory): Kernel {
  return new WebAssembly.Instance(module, { env: { memory } }).exports as Kernel;
}
