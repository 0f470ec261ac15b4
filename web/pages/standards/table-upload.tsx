/** A table of the pack, of facts or of prices: fetched, filled in by an office, tried, and taken as a whole or refused with every cell at fault. @module */
import { DownloadOutlined, UploadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TableRefused, TableTaken } from "../../../server/api/schemas/register.ts";
import { ServiceError } from "../../client/http.ts";
import { type TableKind, templateAddress, useSendTable } from "../../client/register.ts";
import { ProblemText } from "../../parts/states.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { countShown } from "../../state/figures.ts";
import type { RegisterPart } from "./register-view.tsx";

const REFUSALS_LISTED = 50;

interface Props extends RegisterPart {
  readonly table: TableKind;
}

export function TableUpload({ asked, office, table }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { area, pack, question } = asked;
  const [file, setFile] = useState<File | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const send = useSendTable(area.id, pack.id, table, office);
  const tried = send.data?.version === null;
  const choose = (chosen: File | null) => {
    setFile(chosen);
    send.reset();
    if (chosen !== null) send.mutate({ file: chosen, dryRun: true });
  };
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t(`register.tables.${table}.title`)}</h3>
      <p className="hint">{t(`register.tables.${table}.hint`)}</p>
      <div className="take-along">
        <Button
          icon={<DownloadOutlined />}
          href={templateAddress(pack.id, "xlsx", area.id, question.street, table)}
          download
        >
          {t(`register.tables.${table}.template`)}
        </Button>
        <Button icon={<UploadOutlined />} loading={send.isPending} onClick={() => input.current?.click()}>
          {t("register.choose")}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.csv"
          aria-label={t("register.choose")}
          onChange={({ target }) => {
            choose(target.files?.[0] ?? null);
            target.value = "";
          }}
        />
      </div>
      <div role="status">
        {file !== null && send.data !== undefined && <Taken file={file.name} taken={send.data} />}
      </div>
      {file !== null && tried && send.data !== undefined && send.data.changed > 0 && (
        <Button type="primary" onClick={() => send.mutate({ file, dryRun: false })}>
          {t(`register.tables.${table}.take`, { n: countShown(send.data.changed) })}
        </Button>
      )}
      {send.error !== null && (
        <Refused
          error={send.error}
          onAsk={file !== null && send.variables?.dryRun ? () => send.mutate({ file, dryRun: false }) : null}
        />
      )}
    </section>
  );
}

function Taken({ file, taken }: { readonly file: string; readonly taken: TableTaken }) {
  const { t } = useTranslation();
  const figures = { file, filled: countShown(taken.filled), empty: countShown(taken.empty) };
  return (
    <p>
      {taken.version === null
        ? t("register.tried", { ...figures, changed: countShown(taken.changed) })
        : t("register.taken", { ...figures, changed: countShown(taken.changed), version: taken.version })}
      {taken.facilities > 0 && (
        <>
          {" "}
          {t(taken.version === null ? "register.facilitiesToAdd" : "register.facilitiesAdded", {
            n: countShown(taken.facilities),
          })}
        </>
      )}
    </p>
  );
}

interface RefusedProps {
  readonly error: Error;
  /** Puts the names that are not surely one unit into the queue; null where they wait there already. */
  readonly onAsk: (() => void) | null;
}

function Refused({ error, onAsk }: RefusedProps) {
  const { t } = useTranslation();
  const refused = error instanceof ServiceError ? (error.body as Partial<TableRefused> | null) : null;
  const refusals = refused?.refusals ?? [];
  const names = refused?.names ?? [];
  return (
    <div role="alert">
      <p className="bad">
        <ProblemText error={error} />
      </p>
      {names.length > 0 && (
        <p className="hint">
          {t(onAsk === null ? "register.namesWait" : "register.namesUnsure", { n: countShown(names.length) })}{" "}
          {onAsk !== null && (
            <button type="button" className="more" onClick={onAsk}>
              {t("register.namesAsk")}
            </button>
          )}
        </p>
      )}
      {refusals.length > 0 && (
        <TableScroll label={t("register.refusals")}>
          <table className="plain finding-table">
            <thead>
              <tr>
                <th scope="col" className="numeric">
                  {t("register.row")}
                </th>
                <th scope="col">{t("register.column")}</th>
                <th scope="col">{t("register.value")}</th>
                <th scope="col">{t("register.expected")}</th>
              </tr>
            </thead>
            <tbody>
              {refusals.slice(0, REFUSALS_LISTED).map(({ row, column, value, expected }) => (
                <tr key={`${row} ${column} ${value}`}>
                  <td className="numeric">{row}</td>
                  <td>{column}</td>
                  <td>{value === "" ? t("register.nothing") : value}</td>
                  <td>{expected}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {refusals.length > REFUSALS_LISTED && (
        <p className="hint">{t("register.moreRefused", { n: countShown(refusals.length - REFUSALS_LISTED) })}</p>
      )}
    </div>
  );
}
