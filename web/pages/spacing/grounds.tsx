/** On what an answer about spacing rests, as it is printed: where a rule is written, and the versions of the data. @module */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { SpacingPage, SpacingRule } from "../../../server/api/schemas/spacing.ts";
import { useWords } from "../coverage/use-words.ts";

/** Title, number and clause of the text. */
export function RuleSource({ source }: Pick<SpacingRule, "source">) {
  const { t } = useTranslation();
  const words = useWords();
  const parts = [words(source.title), source.number, source.clause].filter((part) => part !== null);
  return <>{parts.join(t("answer.join"))}</>;
}

export function Validity({ rule: { validFrom, validUntil } }: { readonly rule: SpacingRule }) {
  const { t } = useTranslation();
  return <>{t("spacing.validity", { from: validFrom ?? "…", until: validUntil ?? t("spacing.noEnd") })}</>;
}

interface Props {
  readonly pins: SpacingPage["pins"];
  readonly children: ReactNode;
}

export function PinLines({ pins: { release, algorithm, datasets, rules }, children }: Props) {
  const { t } = useTranslation();
  const named = (list: Readonly<Record<string, string | number>>) =>
    Object.entries(list)
      .map(([name, value]) => `${name} ${value}`)
      .join(" · ");
  return (
    <section className="sheet-pins">
      <h2>{t("report.sources")}</h2>
      <p>
        {t("spacing.pins", { release, algorithm })} · {named(datasets)}
      </p>
      <p>{named(rules)}</p>
      {children}
    </section>
  );
}
