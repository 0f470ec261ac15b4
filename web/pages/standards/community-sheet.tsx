/** What a community lacks, what is unknown, what waits and what it is paid: the same on screen and on paper. @module */
import { useTranslation } from "react-i18next";
import type { Matrix } from "../../../server/api/schemas/standard-views.ts";
import type { Finding } from "../../../server/api/schemas/standards.ts";
import { countShown } from "../../state/figures.ts";
import { FindingRows } from "./finding-rows.tsx";
import { sheetOf } from "./sheet-of.ts";
import { UnitMoney } from "./unit-money.tsx";
import { UnknownRows } from "./unknown-rows.tsx";
import type { AskedStandards } from "./use-standards.ts";
import { VerdictBar } from "./verdict-bar.tsx";

interface Props {
  readonly asked: AskedStandards;
  readonly unit: Matrix["rows"][number]["unit"];
  readonly findings: readonly Finding[];
  /** On paper everything is open. */
  readonly isPaper?: boolean;
}

export function CommunitySheet({ asked, unit, findings, isPaper = false }: Props) {
  const { t } = useTranslation();
  const sheet = sheetOf(findings);
  const { lacking, improvable, unknown, waived, notDue, met, notApplicable } = sheet;
  const tally = {
    pass: met.length,
    fail: lacking.length,
    unknown: unknown.length,
    waived: waived.length,
    not_due: notDue.length,
    not_applicable: notApplicable,
  };
  const { asOf } = asked.question;
  return (
    <div className="community-sheet">
      <header className="sheet-head">
        {!isPaper && (
          <h2>
            {unit.name} <small>{unit.street}</small>
          </h2>
        )}
        <VerdictBar tally={tally} />
        <p className="sheet-counts">
          {(["fail", "unknown", "not_due", "waived", "pass", "not_applicable"] as const)
            .filter((verdict) => tally[verdict] > 0)
            .map((verdict) => (
              <span key={verdict} className={`word-${verdict}`}>
                {t(`standards.verdicts.${verdict}`)} <b>{countShown(tally[verdict])}</b>
              </span>
            ))}
          <span className="hint">{t("standards.countedIn")}</span>
        </p>
      </header>
      <section>
        <h3>{t("standards.lacking", { n: lacking.length })}</h3>
        {lacking.length === 0 ? (
          <p className="hint">{t(unknown.length > 0 ? "standards.nothingSurelyLacking" : "standards.lacksNothing")}</p>
        ) : (
          <FindingRows findings={lacking} asOf={asOf} />
        )}
      </section>
      <section>
        <h3>{t("standards.unknownFacts", { n: unknown.length })}</h3>
        {unknown.length === 0 ? (
          <p className="hint">{t("standards.nothingUnknown")}</p>
        ) : (
          <UnknownRows findings={unknown} />
        )}
      </section>
      {waived.length > 0 && (
        <section>
          <h3>{t("standards.waivedList", { n: waived.length })}</h3>
          <FindingRows findings={waived} asOf={asOf} />
        </section>
      )}
      {notDue.length > 0 && (
        <section>
          <h3>{t("standards.notDueList", { n: notDue.length })}</h3>
          <FindingRows findings={notDue} asOf={asOf} />
        </section>
      )}
      {improvable.length > 0 && (
        <section>
          <h3>{t("standards.improvableList", { n: improvable.length })}</h3>
          <FindingRows findings={improvable} asOf={asOf} />
        </section>
      )}
      <UnitMoney asked={asked} unit={unit.id} />
      {!isPaper && met.length > 0 && (
        <details>
          <summary>{t("standards.metList", { n: met.length })}</summary>
          <FindingRows findings={met} asOf={asOf} />
        </details>
      )}
    </div>
  );
}
