/** The rules that the printed list was made under, with their texts and whom they were held against. @module */
import { useTranslation } from "react-i18next";
import type { SpacingPage } from "../../../server/api/schemas/spacing.ts";
import { countShown } from "../../state/figures.ts";
import { useWords } from "../coverage/use-words.ts";
import { RuleSource, Validity } from "../spacing/grounds.tsx";

export function RuleLines({ rules }: { readonly rules: SpacingPage["rules"] }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <section>
      <h2>{t("violations.rules")}</h2>
      {rules.map((rule) => (
        <div key={rule.id} className="rule-ground">
          <p className="rule-line">
            <b>{words(rule.title)}</b>
            {!rule.inForce && ` · ${t("spacing.notInForce")}`} · <Validity rule={rule} /> ·{" "}
            <RuleSource source={rule.source} />
          </p>
          {rule.source.quote !== null && <blockquote>{rule.source.quote}</blockquote>}
          {rule.validityNote !== null && <p className="rule-line">{words(rule.validityNote)}</p>}
          {rule.inForce && (
            <p className="rule-line">
              {t("spacing.among", {
                facilities: countShown(rule.facilities),
                involved: countShown(rule.facilitiesInPairs),
                unknown: countShown(rule.openingUnknown),
              })}
            </p>
          )}
        </div>
      ))}
      <p className="rule-line">{t("violations.exact")}</p>
    </section>
  );
}
