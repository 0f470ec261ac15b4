/** Sending the files of one area, following the import, calling it off. @module */
import type { Run } from "../../server/api/schemas/runs.ts";
import { address, cancel, ServiceError } from "./http.ts";

/** Parts that a file can be sent as; tables and shapes must state their coordinate system, population files may. */
export const FILE_PARTS = ["osm", "residences", "facilities", "communities", "boundary", "population"] as const;
export type FilePart = (typeof FILE_PARTS)[number];

export interface ChosenFile {
  readonly file: File;
  /** `wgs84`, `gcj02`, `bd09`, `cgcs2000` or an EPSG code; null for OSM, which is always WGS 84. */
  readonly crs: string | null;
}

export interface ImportOrder {
  readonly area: string;
  readonly name: string;
  readonly files: ReadonlyMap<FilePart, ChosenFile>;
}

/**
 * Sends the files. Not `fetch`, because only XMLHttpRequest tells how much of an upload has gone.
 *
 * @param onSent 0 … 1 of the bytes
 */
export function startImport(
  { area, name, files }: ImportOrder,
  onSent: (share: number) => void,
  signal: AbortSignal,
): Promise<Run> {
  const form = new FormData();
  // Words before files: the service reads the form as a stream and must know them when a file begins.
  form.append("name", name);
  for (const [part, { crs }] of files) if (crs !== null) form.append(`${part}Crs`, crs);
  for (const [part, { file }] of files) form.append(part, file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address(`/areas/${encodeURIComponent(area)}/imports`));
    request.setRequestHeader("accept-language", document.documentElement.lang);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ServiceError(0, "offline", ""));
    request.onabort = () => reject(new ServiceError(0, "cancelled", ""));
    request.onload = () => {
      const body = request.response as (Run & { code?: string; detail?: string }) | null;
      if (request.status === 202 && body !== null) resolve(body);
      else reject(new ServiceError(request.status, body?.code ?? "no_answer", body?.detail ?? ""));
    };
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(form);
  });
}

export function cancelRun(id: string): Promise<Run> {
  return cancel<Run>(`/runs/${id}`);
}

export function refusalsAddress(id: string): string {
  return address(`/runs/${id}/refusals.csv`);
}
