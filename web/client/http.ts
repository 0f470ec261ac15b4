/** One way to the service: same origin, JSON, problems as errors in the reader's language. @module */
import type { Problem } from "../../server/api/schemas/common.ts";
import { noteSilence } from "./silence.ts";

const BASE = "/api/v1";

/** An answer of the service that says what went wrong, or the lack of any answer (`status` 0, code `offline`). */
export class ServiceError extends Error {
  readonly status: number;
  readonly code: string;
  /** Values that the problem is about. */
  readonly fields: Problem["fields"];
  /** The whole problem, for routes that say more of it. */
  readonly body: unknown;

  constructor(status: number, code: string, detail: string, fields: Problem["fields"] = {}, body: unknown = null) {
    super(detail);
    this.name = "ServiceError";
    this.status = status;
    this.code = code;
    this.fields = fields;
    this.body = body;
  }
}

/** Nobody answered. */
export function isSilence(error: unknown): boolean {
  return error instanceof ServiceError && error.code === "offline";
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

/** Asks with a body that an address would be too short for, or makes something. */
export async function ask<T>(path: string, body: unknown, signal: AbortSignal | null = null): Promise<T> {
  return answer<T>(await send(address(path), { ...withBody("POST", body), signal }));
}

/** As {@link ask}, of what answers with a file. */
export async function askFile(path: string, body: unknown): Promise<Blob> {
  const response = await send(address(path), withBody("POST", body));
  return response.ok ? response.blob() : answer<Blob>(response);
}

export async function cancel<T>(path: string): Promise<T> {
  return answer<T>(await send(address(path), { method: "DELETE" }));
}

export async function put<T>(path: string, body: unknown): Promise<T> {
  return answer<T>(await send(address(path), withBody("PUT", body)));
}

/** Sends one file in a form. */
export async function sendForm<T>(path: string, query: Query, file: File): Promise<T> {
  const body = new FormData();
  body.append("file", file, file.name);
  return answer<T>(await send(address(path, query), { method: "POST", body }));
}

/** Of what answers with nothing. */
export async function remove(path: string, query: Query): Promise<void> {
  const response = await send(address(path, query), { method: "DELETE" });
  if (!response.ok) await answer(response);
}

function withBody(method: "POST" | "PUT", body: unknown): RequestInit {
  return { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
}

async function send(url: string, init: RequestInit): Promise<Response> {
  const headers = { ...init.headers, accept: "application/json", "accept-language": language() };
  try {
    return await fetch(url, { ...init, headers });
  } catch (reason) {
    if (reason instanceof DOMException && reason.name === "AbortError") throw reason;
    noteSilence();
    throw new ServiceError(0, "offline", "");
  }
}

async function answer<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as T;
  const problem = body as Partial<Problem> | null;
  throw new ServiceError(response.status, problem?.code ?? "no_answer", problem?.detail ?? "", problem?.fields, body);
}

/** Language of the page, which the frame keeps on the root element. */
function language(): string {
  return document.documentElement.lang;
}
