/** What stands left and what stands right, and the question that both answer. @module */
import { LeftOutlined, SwapOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useScenarios } from "../../../client/scenarios.ts";
import { type Comparand, readComparand, writeComparand } from "../../../state/comparand.ts";
import { changeView, useView } from "../../../state/use-view.ts";
import { AskWalk } from "../ask-walk.tsx";
import { CategorySelect } from "../category-select.tsx";
import type { Asked } from "../use-asked.ts";
import { useWords } from "../use-words.ts";

export function SidesPanel({ left, right }: { readonly left: Asked; readonly right: Asked }) {
  const { t } = useTranslation();
  const words = useWords();
  const { compare } = useView();
  const id = useId();
  const { data } = useScenarios(left.area.id);
  const plans = [
    { value: "base", label: t("compare.base") },
    ...(data ?? []).map((one) => ({
      value: `scenario:${one.id}`,
      label: t("compare.scenario", { name: one.name }),
    })),
  ];
  const walkers = left.profiles.map((one) => ({
    value: `profile:${one.id}`,
    label: t("compare.profile", { name: words(one.name) }),
  }));
  const ofLeft: Comparand = left.scenario === null ? { kind: "base" } : { kind: "scenario", id: left.scenario.id };
  const swap = () => {
    if (compare?.kind === "profile")
      changeView({ profile: compare.id, compare: { kind: "profile", id: left.profile.id } });
    else changeView({ scenario: right.scenario?.id ?? null, compare: ofLeft });
  };
  return (
    <div className="panel">
      <button type="button" className="back" onClick={() => changeView({ compare: null })}>
        <LeftOutlined aria-hidden="true" /> {t("compare.leave")}
      </button>
      <h2>{t("compare.title")}</h2>
      <div className="field">
        <label htmlFor={`${id}-left`}>{t("compare.left")}</label>
        <Select
          id={`${id}-left`}
          value={writeComparand(ofLeft)}
          options={plans}
          onChange={(text) => {
            const chosen = readComparand(text);
            changeView({ scenario: chosen?.kind === "scenario" ? chosen.id : null });
          }}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-right`}>{t("compare.right")}</label>
        <Select
          id={`${id}-right`}
          value={writeComparand(compare ?? { kind: "base" })}
          options={[...plans, ...walkers]}
          onChange={(text) => changeView({ compare: readComparand(text) })}
        />
      </div>
      <Button icon={<SwapOutlined />} onClick={swap}>
        {t("compare.swap")}
      </Button>
      <div className="field">
        <label htmlFor={`${id}-category`}>{t("asked.category")}</label>
        <CategorySelect id={`${id}-category`} asked={left} />
      </div>
      <AskWalk id={id} asked={left} />
    </div>
  );
}
