/** One way to the service: same origin, JSON, problems as errors in the reader's language. @module */
import type { Problem } from "../../server/api/schemas/common.ts";

const BASE = "/api/v1";

/** An answer of the service that says what went wrong, or the lack of any answer (`status` 0, code `offline`). */
export class ServiceError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.name = "ServiceError";
    this.status = status;
    this.code = code;
  }
}

export type Query = Readonly<Record<string, string | number | undefined>>;

export function address(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, String(value));
  const text = params.toString();
  return `${BASE}${path}${text === "" ? "" : `?${text}`}`;
}

export async function get<T>(path: string, query: Query, signal: AbortSignal): Promise<T> {
  return answer<T>(await send(address(path, query), { signal }));
}

/** Asks with a body that an address would be too short for. */
export async function ask<T>(path: string, body: object, signal: AbortSignal): Promise<T> {
  const headers = { "content-type": "application/json" };
  return answer<T>(await send(address(path), { method: "POST", body: JSON.stringify(body), headers, signal }));
}

export async function cancel<T>(path: string): Promise<T> {
  return answer<T>(await send(address(path), { method: "DELETE" }));
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, {
      ...init,
      headers: { ...init.headers, accept: "application/json", "accept-language": language() },
    });
  } catch (reason) {
    if (reason instanceof DOMException && reason.name === "AbortError") throw reason;
    throw new ServiceError(0, "offline", "");
  }
}

async function answer<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as T;
  const problem = body as Partial<Problem> | null;
  throw new ServiceError(response.status, problem?.code ?? "no_answer", problem?.detail ?? "");
}

/** Language of the page, which the frame keeps on the root element. */
function language(): string {
  return document.documentElement.lang;
}
