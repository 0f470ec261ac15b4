/** The head of every sheet: what it is, of whom, on which day, under which document. @module */
import { useTranslation } from "react-i18next";
import { DemoTag } from "../../parts/tags.tsx";
import { UnverifiedTag } from "../standards/tags.tsx";
import type { AskedStandards } from "../standards/use-standards.ts";

export function PaperHead({ asked, title }: { readonly asked: AskedStandards; readonly title: string }) {
  const { t } = useTranslation();
  const { area, pack, question } = asked;
  const { title: document, number, authority, issued } = pack.document;
  return (
    <header>
      <h1>{title}</h1>
      <p className="report-sub">
        {t("paper.asOf", { day: question.asOf })} ·{" "}
        {[t("standards.documentTitle", { title: document }), number, authority, t("standards.issued", { day: issued })]
          .filter((one) => one !== null)
          .join(" · ")}{" "}
        {area.demo && <DemoTag />}{" "}
        {pack.unverified > 0 && (
          <UnverifiedTag text={t("standards.unverifiedCount", { n: pack.unverified, of: pack.requirements })} />
        )}
      </p>
    </header>
  );
}
