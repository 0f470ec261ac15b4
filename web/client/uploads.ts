/** Files brought in once: sent, looked at, checked by a dry run, imported from where they wait. @module */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CheckRun, Run } from "../../server/api/schemas/runs.ts";
import type { FileKind, ImportOrder, LookBody, Preview, Upload } from "../../server/api/schemas/uploads.ts";
import { address, ask, remove, ServiceError } from "./http.ts";
import { noteSilence } from "./silence.ts";

/** In the order in which a person thinks of them. */
export const FILE_KINDS: readonly FileKind[] = [
  "osm",
  "residences",
  "facilities",
  "communities",
  "boundary",
  "population",
];

/**
 * Sends one file. Not `fetch`, because only XMLHttpRequest tells how much of an upload has gone.
 *
 * @param onSent 0 … 1 of the bytes
 */
export function sendFile(file: File, onSent: (share: number) => void, signal: AbortSignal): Promise<Upload> {
  const form = new FormData();
  form.append("file", file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address("/uploads"));
    request.setRequestHeader("accept-language", document.documentElement.lang);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onerror = () => {
      noteSilence();
      reject(new ServiceError(0, "offline", ""));
    };
    request.onabort = () => reject(new ServiceError(0, "cancelled", ""));
    request.onload = () => {
      const body = request.response as (Upload & { code?: string; detail?: string }) | null;
      if (request.status === 201 && body !== null) resolve(body);
      else reject(new ServiceError(request.status, body?.code ?? "no_answer", body?.detail ?? ""));
    };
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(form);
  });
}

/** One that is gone already, or is being read, is left to go by itself. */
export function forgetFile(id: string): void {
  remove(`/uploads/${id}`, {}).catch(() => {});
}

/** A look at a file; the one before stays while a column or a system is corrected. */
export function lookQuery(id: string | null, asked: LookBody, language: string) {
  return queryOptions({
    queryKey: ["look", id, asked, language],
    queryFn: ({ signal }) => ask<Preview>(`/uploads/${id}/preview`, asked, signal),
    enabled: id !== null,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function startCheck(area: string, order: ImportOrder): Promise<CheckRun> {
  return ask<CheckRun>(`/areas/${encodeURIComponent(area)}/imports/check`, order);
}

export function startImport(area: string, order: ImportOrder): Promise<Run> {
  return ask<Run>(`/areas/${encodeURIComponent(area)}/imports/from-uploads`, order);
}

export function refusalsAddress(id: string): string {
  return address(`/runs/${id}/refusals.csv`);
}

export function templateAddress(kind: string, format: "xlsx" | "csv"): string {
  return address(`/templates/${kind}/${format}`);
}
