/** What the lines and shades on the map mean. @module */
import { useTranslation } from "react-i18next";
import "../../style/legend.css";

export function SpacingLegend({ withZone }: { readonly withZone: boolean }) {
  const { t } = useTranslation();
  return (
    <aside className="legend spacing-legend" aria-label={t("spacing.legend")}>
      <span>
        <i className="key-line key-binds" aria-hidden="true" /> {t("spacing.keyPair")}
      </span>
      <span>
        <i className="key-line key-unbound" aria-hidden="true" /> {t("spacing.keyUnbound")}
      </span>
      <span>
        <i className="key-area key-cluster" aria-hidden="true" /> {t("spacing.keyCluster")}
      </span>
      {withZone && (
        <>
          <span>
            <i className="key-area key-permitted" aria-hidden="true" /> {t("spacing.keyPermitted")}
          </span>
          <span>
            <i className="key-area key-forbidden" aria-hidden="true" /> {t("spacing.keyForbidden")}
          </span>
        </>
      )}
    </aside>
  );
}
