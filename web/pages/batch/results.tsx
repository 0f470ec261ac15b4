/** What became of the applications: one row each in the order in which they came, then the rows that could not be read. @module */
import { DownloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { SpacingBatch } from "../../../server/api/schemas/spacing.ts";
import { type BatchQuestion, useBatchWorkbook } from "../../client/spacing.ts";
import { ProblemText } from "../../parts/states.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { csvText } from "../../state/csv.ts";
import { countShown } from "../../state/figures.ts";
import { changeView } from "../../state/use-view.ts";
import { useCategoryName } from "../coverage/use-category-name.ts";
import { useWords } from "../coverage/use-words.ts";
import { distanceShown, marginShown } from "../spacing/figures.ts";
import type { AskedSpacing } from "../spacing/use-spacing.ts";
import { type BatchWords, batchLines, countVerdicts, type Decided, decidedOf } from "./rows.ts";

type Check = SpacingBatch["items"][number]["check"];

interface Props {
  readonly spacing: AskedSpacing;
  readonly question: BatchQuestion;
  readonly batch: SpacingBatch;
}

export function BatchResults({ spacing: { asked }, question, batch }: Props) {
  const { t } = useTranslation();
  const workbook = useBatchWorkbook(question);
  const words = useWords();
  const { items, refused } = batch;
  const nameOf = useCategoryName(asked);
  const far = items.filter(({ check }) => check.warnings.includes("far_from_streets")).length;
  const nameIn = (kind: "csv" | "xlsx") =>
    `${(question.table?.file.name ?? "").replace(/\.[^.]*$/, "")}-${t("batch.resultName")}.${kind}`;
  const remarks = (check: Check): string[] => [
    ...(check.verdict === "unknown" ? [t("spacing.verdictWhy.unknown")] : []),
    ...check.warnings.map((warning) => t(`spacing.warnings.${warning}`)),
    ...(check.notInForce.length === 0
      ? []
      : [`${t("spacing.notInForce")}: ${check.notInForce.map(({ title }) => words(title)).join(", ")}`]),
  ];
  const save = () => {
    const told: BatchWords = {
      heads: HEADS.map((head) => t(`batch.${head}`)),
      verdict: (verdict) => t(`spacing.verdicts.${verdict}`),
      refused: t("batch.refusedOne"),
      category: nameOf,
      words,
      yes: t("batch.yes"),
      remarks,
    };
    download(nameIn("csv"), new Blob([csvText(batchLines(batch, told))], { type: "text/csv;charset=utf-8" }));
  };
  return (
    <section className="panel batch-results" aria-label={t("batch.results")}>
      <div className="batch-sum">
        <p aria-live="polite">
          <b>{t("batch.total", { n: countShown(items.length + refused.length) })}</b>
          {countVerdicts(items).map(({ verdict, n }) => (
            <span key={verdict} className={`is-${verdict}`}>
              {t(`spacing.verdicts.${verdict}`)} {countShown(n)}
            </span>
          ))}
          {refused.length > 0 && (
            <span className="attention">
              {t("batch.refused")} {countShown(refused.length)}
            </span>
          )}
        </p>
        <div className="batch-files">
          <Button
            icon={<DownloadOutlined />}
            loading={workbook.isPending}
            onClick={() => workbook.mutate(undefined, { onSuccess: (bytes) => download(nameIn("xlsx"), bytes) })}
          >
            {t("batch.downloadBook")}
          </Button>
          <Button icon={<DownloadOutlined />} onClick={save}>
            {t("batch.download")}
          </Button>
        </div>
      </div>
      {workbook.error !== null && (
        <p className="bad" role="alert">
          <ProblemText error={workbook.error} />
        </p>
      )}
      <p className="hint">{t("batch.orderHint")}</p>
      {far > 0 && (
        <p className="attention" role="alert">
          {t("batch.far", { n: countShown(far), of: countShown(items.length) })}
        </p>
      )}
      <TableScroll label={t("batch.results")}>
        <table className="plain batch-table">
          <thead>
            <tr>
              <th scope="col" className="numeric">
                {t("batch.row")}
              </th>
              <th scope="col">{t("batch.application")}</th>
              <th scope="col">{t("batch.class")}</th>
              <th scope="col">{t("spacing.verdict")}</th>
              <th scope="col">{t("batch.near")}</th>
              <th scope="col" className="numeric">
                {t("spacing.distance")}
              </th>
              <th scope="col" className="numeric">
                {t("spacing.margin")}
              </th>
              <th scope="col">{t("batch.number")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <Row key={item.row} decided={decidedOf(item)} nameOf={nameOf} remarks={remarks(item.check)} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {refused.length > 0 && (
        <>
          <h3>{t("batch.refused")}</h3>
          <TableScroll label={t("batch.refused")}>
            <table className="plain batch-table">
              <thead>
                <tr>
                  <th scope="col" className="numeric">
                    {t("batch.row")}
                  </th>
                  <th scope="col">{t("batch.ref")}</th>
                  <th scope="col">{t("batch.reason")}</th>
                  <th scope="col">{t("batch.field")}</th>
                  <th scope="col">{t("batch.value")}</th>
                  <th scope="col">{t("batch.expected")}</th>
                </tr>
              </thead>
              <tbody>
                {refused.map(({ row, ref, words: why, field, value, expected }) => (
                  <tr key={`${row} ${field}`}>
                    <td className="numeric">{row ?? "–"}</td>
                    <th scope="row">{ref ?? "–"}</th>
                    <td className="attention">{words(why)}</td>
                    <td>{field ?? "–"}</td>
                    <td>{value ?? "–"}</td>
                    <td>{expected ?? "–"}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        </>
      )}
    </section>
  );
}

interface RowProps {
  readonly decided: Decided;
  readonly nameOf: (code: string) => string;
  readonly remarks: readonly string[];
}

function Row({ decided, nameOf, remarks }: RowProps) {
  const { t } = useTranslation();
  const { item, rule, near } = decided;
  const { ref, row, name, check } = item;
  const place = check.place.position;
  return (
    <tr>
      <td className="numeric">{row}</td>
      <th scope="row">
        {name ?? ref} {name !== null && <small>{ref}</small>}
      </th>
      <td>{nameOf(check.category)}</td>
      <td>
        <b className={`is-${check.verdict}`}>{t(`spacing.verdicts.${check.verdict}`)}</b>
        {remarks.map((remark) => (
          <small key={remark} className="attention">
            {remark}
          </small>
        ))}
      </td>
      <td>
        {near === null ? "–" : (near.facility.name ?? near.facility.ref)}
        {near?.approvedBefore === true && <small className="attention">{t("batch.approvedBefore")}</small>}
      </td>
      <td className="numeric">
        {near === null || near.distanceM === null || rule === null ? "–" : distanceShown(near.distanceM, rule.leastM)}
      </td>
      <td className="numeric">
        {near === null || near.marginM === null ? "–" : marginShown(near.marginM)}
        {near !== null && <small>± {near.uncertaintyM}</small>}
      </td>
      <td className="batch-number">
        <button
          type="button"
          className="link"
          onClick={() =>
            changeView({ page: "spacing", place, residence: null, crs: "wgs84", category: check.category, pair: null })
          }
        >
          {check.number}
        </button>
      </td>
    </tr>
  );
}

const HEADS = [
  "row",
  "ref",
  "name",
  "class",
  "lon",
  "lat",
  "verdict",
  "rule",
  "near",
  "approvedHead",
  "distance",
  "margin",
  "uncertainty",
  "reason",
  "number",
  "hash",
] as const;

function download(name: string, bytes: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  // The browser has taken it by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
