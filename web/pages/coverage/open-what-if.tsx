/** The ways from looking to trying out, and to holding one against another. @module */
import { ExperimentOutlined, SwapOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { changeView, useView } from "../../state/use-view.ts";

export function OpenWhatIf() {
  const { t } = useTranslation();
  const { scenario, profile } = useView();
  const other =
    scenario === null ? ({ kind: "profile", id: otherThan(profile) } as const) : ({ kind: "base" } as const);
  return (
    <div className="take-along">
      <Button
        icon={<ExperimentOutlined />}
        title={t("whatIf.openHint")}
        onClick={() => changeView({ mode: "what-if", scenario: null, draft: null, place: null, residence: null })}
      >
        {t("whatIf.open")}
      </Button>
      <Button icon={<SwapOutlined />} onClick={() => changeView({ compare: other, place: null, residence: null })}>
        {t("compare.open")}
      </Button>
    </div>
  );
}

/** Whom a walker is usually held against. */
function otherThan(profile: string): string {
  return profile === "elderly" ? "adult" : "elderly";
}
