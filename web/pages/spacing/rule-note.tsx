/** A rule in three lines: since when, whose, and what is not known of it. @module */
import { useTranslation } from "react-i18next";
import type { SpacingRule } from "../../../server/api/schemas/spacing.ts";
import { countShown } from "../../state/figures.ts";
import { useWords } from "../coverage/use-words.ts";
import { RuleSource, Validity } from "./grounds.tsx";

export function RuleNote({ rule }: { readonly rule: SpacingRule & { readonly inForce?: boolean } }) {
  const { t } = useTranslation();
  const words = useWords();
  const {
    source,
    from,
    to,
    binds,
    toleranceM,
    parcelsUnknown,
    exemptions,
    validityNote,
    leastM,
    measure,
    notes,
    evidence,
  } = rule;
  return (
    <details className="rule-note">
      <summary>
        {words(rule.title)}
        {rule.inForce === false && <em> · {t("spacing.notInForce")}</em>}
      </summary>
      <p>
        {t(`spacing.measure.${measure}`, { metres: countShown(leastM) })} · <Validity rule={rule} />
      </p>
      <p>
        <RuleSource source={source} />
        {evidence !== "S" && ` · ${t("spacing.notVerified")}`}
      </p>
      <p>
        {t("spacing.measuredBetween", { from: t(`spacing.ends.${from}`), to: t(`spacing.ends.${to}`) })} ·{" "}
        {t(`spacing.binds.${binds}`)}
        {toleranceM > 0 && ` · ${t("spacing.tolerance", { metres: toleranceM })}`}
      </p>
      {parcelsUnknown && <p className="attention">{t("spacing.parcelsUnknown")}</p>}
      {exemptions.length > 0 && (
        <p>{t("spacing.exempt", { words: exemptions.map((one) => words(one.words)).join(t("answer.join")) })}</p>
      )}
      {source.quote !== null && <blockquote>{source.quote}</blockquote>}
      {validityNote !== null && <p>{words(validityNote)}</p>}
      {notes !== null && <p>{words(notes)}</p>}
    </details>
  );
}
