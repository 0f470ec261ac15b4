/** Plain tags on what nobody has checked, and on what is only encouraged. @module */
import { useTranslation } from "react-i18next";

export function UnverifiedTag({ text }: { readonly text?: string }) {
  const { t } = useTranslation();
  return (
    <span className="tag tag-unverified" title={t("standards.unverifiedWhy")}>
      {text ?? t("standards.unverified")}
    </span>
  );
}
