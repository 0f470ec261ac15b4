/** What the map shows: the plan, walks before and after it, or what it changes; and what the marks mean. @module */
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import "../../style/legend.css";
import type { WalkClass } from "../../map/ramp.ts";
import { PICTURES, type Picture } from "../../state/siting/asked.ts";
import { Legend } from "../coverage/legend.tsx";
import { ChangeLegend } from "../coverage/what-if/change-legend.tsx";
import { changeSiting } from "./change.ts";
import type { Siting } from "./use-siting.ts";

interface Props {
  readonly siting: Siting;
  readonly classes: readonly WalkClass[];
}

export function PictureSwitch({ siting: { wanted, apart, solving } }: Pick<Props, "siting">) {
  const { t } = useTranslation();
  if (solving.answer === null) return null;
  return (
    <div className="picture-switch">
      <Segmented<Picture>
        size="small"
        aria-label={t("siting.picture")}
        value={wanted.picture}
        options={PICTURES.map((value) => ({
          value,
          label: t(`siting.pictures.${value}`),
          disabled: apart !== null && (value === "after" || value === "change"),
        }))}
        onChange={(picture) => changeSiting({ picture }, "replace")}
      />
    </div>
  );
}

export function SitingLegend({ siting, classes }: Props) {
  const { t } = useTranslation();
  const { asked, wanted, question, solving } = siting;
  if (wanted.picture === "change" && solving.answer !== null) return <ChangeLegend />;
  if (wanted.picture !== "plan" && solving.answer !== null)
    return <Legend asked={{ ...asked, question }} classes={classes} />;
  return (
    <aside className="legend siting-legend" aria-label={t("spacing.legend")}>
      <span>
        <i className="site-number" aria-hidden="true">
          1
        </i>
        {t("siting.key.site")}
      </span>
      <span>
        <i className="key-within" aria-hidden="true" />
        {t("siting.key.within", { minutes: asked.question.minutes })}
      </span>
      <span>
        <i className="key-candidate" aria-hidden="true" />
        {t("siting.key.candidate")}
      </span>
      {wanted.forbid.length > 0 && (
        <span>
          <i className="key-refused" aria-hidden="true">
            ×
          </i>
          {t("siting.key.refused")}
        </span>
      )}
    </aside>
  );
}
