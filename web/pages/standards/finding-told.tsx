/** One finding in words: verdict, what was measured and asked, what is short or unknown, by when, evidence and clause. @module */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../../server/api/schemas/standards.ts";
import { useView } from "../../state/use-view.ts";
import { useWords } from "../coverage/use-words.ts";
import { quantityShown } from "./quantity.ts";
import { UnverifiedTag } from "./tags.tsx";
import { isUnverified, useFindingWords } from "./use-finding-words.ts";
import { useSettingWords } from "./use-setting-words.ts";
import { VerdictMark } from "./verdict-mark.tsx";

interface Props {
  readonly finding: Finding;
  readonly asOf: string;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** Named facilities that are listed; more are counted. */
const EVIDENCE_LISTED = 4;

export function FindingTold({ finding, asOf, children }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const { language } = useView();
  const { dueTold, missingTold, reasonTold, shortTold, surveyTold } = useFindingWords();
  const { verdict, measured, asked, measure, wanted, facilities, counts, waiver } = finding;
  const found = quantityShown(measured, measure, language);
  const wantedQuantity = quantityShown(asked, measure, language);
  const short = shortTold(finding);
  const missing = missingTold(finding);
  const due = dueTold(finding, asOf);
  const reason = reasonTold(finding);
  const { settingsTold } = useSettingWords();
  const survey = surveyTold(finding);
  return (
    <li className={`finding finding-${verdict}`}>
      <p className="finding-head">
        <i className={`cell-key verdict-${verdict}`}>
          <VerdictMark verdict={verdict} />
        </i>
        <b>{words(finding.title)}</b>
        <span className={`verdict-word word-${verdict}`}>
          {verdict === "fail" && !counts ? t("standards.improvable") : t(`standards.verdicts.${verdict}`)}
        </span>
      </p>
      <p className="finding-figures">
        {wantedQuantity !== null && <span>{t("standards.asked", { amount: wantedQuantity })}</span>}
        {found !== null && <span>{t("standards.measured", { amount: found })}</span>}
        {short !== null && <b className="short">{short}</b>}
      </p>
      {missing !== null && <p className="finding-line">{missing}</p>}
      {survey !== null && <p className="finding-line">{survey}</p>}
      {reason !== null && <p className="finding-line">{reason}</p>}
      {wanted.length > 0 && (
        <p className="finding-line">{t("standards.wanted", { list: wanted.map(words).join(t("standards.join")) })}</p>
      )}
      {facilities.length > 0 && (
        <p className="finding-line">
          {t("standards.evidence", { list: facilities.slice(0, EVIDENCE_LISTED).join(t("standards.join")) })}
          {facilities.length > EVIDENCE_LISTED && ` ${t("standards.evidenceMore", { n: facilities.length })}`}
        </p>
      )}
      {settingsTold(finding.settings).map((told) => (
        <p key={told} className="finding-line">
          {told}
        </p>
      ))}
      {due !== null && <p className="finding-line">{due}</p>}
      {waiver !== null && (
        <p className="finding-line">
          {t("standards.waiverTold", { office: waiver.office, day: waiver.from, reason: waiver.reason })}
          {waiver.until !== null && ` ${t("standards.waiverUntil", { day: waiver.until })}`}
        </p>
      )}
      <p className="finding-clause">
        {t("standards.clause", { clause: finding.clause })} · {t(`standards.strengths.${finding.strength}`)}
        {isUnverified(finding) && <UnverifiedTag />}
      </p>
      {children}
    </li>
  );
}
