/** The verdict over one place: may one open here, who stands near, and why. @module */
import { DownloadOutlined, LeftOutlined, PrinterOutlined } from "@ant-design/icons";
import type { UseQueryResult } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import "../../style/card.css";
import type { SpacingCheck } from "../../../server/api/schemas/spacing.ts";
import { address } from "../../client/http.ts";
import { Failed, Waiting } from "../../parts/states.tsx";
import { useEscape } from "../../parts/use-escape.ts";
import { changeView, useView } from "../../state/use-view.ts";
import { degrees } from "../../state/view.ts";
import { useCategoryName } from "../coverage/use-category-name.ts";
import { NearTable } from "./near-table.tsx";
import type { AskedSpacing } from "./use-spacing.ts";
import { whyOf } from "./why.ts";

const close = () => changeView({ place: null, residence: null });

export function CheckCard({
  spacing,
  check,
}: {
  readonly spacing: AskedSpacing;
  readonly check: UseQueryResult<SpacingCheck>;
}) {
  const { t } = useTranslation();
  useEscape(close);
  return (
    <section className="card" aria-label={t("spacing.verdictTitle")} aria-live="polite">
      <button type="button" className="back" onClick={close}>
        <LeftOutlined aria-hidden="true" /> {t("card.back")}
      </button>
      {check.error !== null ? (
        <Failed error={check.error} retry={() => void check.refetch()} />
      ) : check.data === undefined ? (
        <Waiting lines={5} />
      ) : (
        <Told spacing={spacing} check={check.data} />
      )}
    </section>
  );
}

function Told({ spacing, check }: { readonly spacing: AskedSpacing; readonly check: SpacingCheck }) {
  const { t } = useTranslation();
  const { language } = useView();
  const { place } = check;
  const category = useCategoryName(spacing.asked)(check.category);
  const { release: _, revision: __, ...sent } = spacing.check!;
  return (
    <>
      <div className="card-where">
        <h2>{t("spacing.mayOpen", { category })}</h2>
        <p>
          {[place.subdistrict, place.community].filter((one) => one !== null).join(" · ")}{" "}
          {t("spacing.offBy", { metres: place.uncertaintyM })}
        </p>
      </div>
      <p className={`spacing-verdict is-${check.verdict}`}>
        <b>{t(`spacing.verdicts.${check.verdict}`)}</b>
        <span>{t(`spacing.verdictWhy.${whyOf(check)}`)}</span>
      </p>
      {check.warnings.map((warning) => (
        <p key={warning} className="hint attention" role="alert">
          {t(`spacing.warnings.${warning}`)}
        </p>
      ))}
      {check.rules.map((one) => (
        <NearTable key={one.rule.id} of={one} />
      ))}
      <div className="take-along">
        <Button
          type="primary"
          icon={<PrinterOutlined />}
          onClick={() => changeView({ page: "verdict", date: check.date })}
        >
          {t("spacing.printVerdict")}
        </Button>
        <Button
          icon={<DownloadOutlined />}
          href={address("/spacing/check/export", { ...sent, date: check.date, lang: language })}
          download
        >
          Excel
        </Button>
      </div>
      <p className="card-foot">
        {check.number} · {t("card.position")} {degrees(place.position[0])}, {degrees(place.position[1])}
      </p>
    </>
  );
}
