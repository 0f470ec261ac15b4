/** The files that are being brought in: what was dropped, how far it has gone, and what a person corrected of it. @module */
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FileKind, Upload } from "../../../server/api/schemas/uploads.ts";
import { forgetFile, sendFile } from "../../client/uploads.ts";
import { type KeptFile, keep, readKept } from "./kept-draft.ts";

export interface DraftFile {
  /** Told apart by this while there is no upload yet. */
  readonly key: number;
  readonly name: string;
  readonly size: number;
  /** 0 … 1 of its bytes; 1 once it lies at the service. */
  readonly sent: number;
  readonly upload: Upload | null;
  readonly error: Error | null;
  /** As corrected; null leaves it to the guess. */
  readonly kind: FileKind | null;
  /** As stated; "" where nothing is yet. */
  readonly crs: string;
  /** Field → header, as corrected; "" for no column. */
  readonly mapping: Readonly<Record<string, string>>;
  /** What was remembered of such a table was looked up, and used or not. */
  readonly recalled: "not yet" | "used" | "nothing";
}

export interface Draft {
  readonly files: readonly DraftFile[];
  readonly add: (files: Iterable<File>) => void;
  readonly change: (key: number, patch: Partial<DraftFile>) => void;
  readonly remove: (key: number) => void;
  /** They are imported. */
  readonly clear: () => void;
}

export function useDraft(): Draft {
  const { t } = useTranslation();
  const [files, setFiles] = useState<readonly DraftFile[]>(() =>
    readKept().files.map((file, key) => foundAgain(key, file, t("data.unsent"))),
  );
  const sending = useRef(new Map<number, AbortController>());
  const next = useRef(files.length);
  useEffect(() => keep({ files: files.map(({ key: _, sent: __, error: ___, ...file }) => file) }), [files]);

  const change = useCallback((key: number, patch: Partial<DraftFile>) => {
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...patch } : one)));
  }, []);
  const add = useCallback(
    (added: Iterable<File>) => {
      for (const file of added) {
        const key = next.current++;
        const abort = new AbortController();
        sending.current.set(key, abort);
        setFiles((all) => [...all, fresh(key, file)]);
        sendFile(file, (sent) => change(key, { sent }), abort.signal)
          .then((upload) => change(key, { upload, sent: 1 }))
          .catch((error: Error) => change(key, { error }))
          .finally(() => sending.current.delete(key));
      }
    },
    [change],
  );
  const remove = useCallback(
    (key: number) => {
      sending.current.get(key)?.abort();
      const gone = files.find((one) => one.key === key);
      if (gone?.upload) forgetFile(gone.upload.id);
      setFiles((all) => all.filter((one) => one.key !== key));
    },
    [files],
  );
  const clear = useCallback(() => setFiles([]), []);
  return { files, add, change, remove, clear };
}

/** One that was not sent whole must be dropped again: a page may not read a person's disk by itself. */
function foundAgain(key: number, file: KeptFile, unsent: string): DraftFile {
  return { ...file, key, sent: file.upload === null ? 0 : 1, error: file.upload === null ? new Error(unsent) : null };
}

function fresh(key: number, { name, size }: File): DraftFile {
  return { key, name, size, sent: 0, upload: null, error: null, kind: null, crs: "", mapping: {}, recalled: "not yet" };
}
