/** The question: rule, day, subdistrict, the class to be checked, a place by its coordinates, and what to take along. @module */
import { DownloadOutlined, FileDoneOutlined, PrinterOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, Select } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { SpacingZone } from "../../../server/api/schemas/spacing.ts";
import { address } from "../../client/http.ts";
import { useCommunities } from "../../client/queries.ts";
import { changeView, useView } from "../../state/use-view.ts";
import { ScenarioTag } from "../coverage/scenario-tag.tsx";
import { useCategoryName } from "../coverage/use-category-name.ts";
import { useWords } from "../coverage/use-words.ts";
import { AskPoint } from "./ask-point.tsx";
import { RuleNote } from "./rule-note.tsx";
import type { AskedSpacing } from "./use-spacing.ts";

const ALL = "";

interface Props {
  readonly spacing: AskedSpacing;
  /** The picture of where one may open; null while none is drawn. */
  readonly drawn: SpacingZone | null;
}

export function SpacingAsked({ spacing, drawn }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const id = useId();
  const { rule, date: day, unit, zone, language } = useView();
  const { asked, rules, chosen, classes, category, date } = spacing;
  const { data: units } = useCommunities(asked.area);
  const nameOf = useCategoryName(asked);
  const titleOf = (of: string) => words(rules.find((one) => one.id === of)?.title ?? { zh: of, en: of });
  const file = address("/spacing/export", {
    area: asked.area.id,
    rule: rule ?? undefined,
    date,
    unit: unit ?? undefined,
    scenario: asked.scenario?.id,
    lang: language,
  });
  return (
    <div className="panel">
      <h2>{t("asked.title")}</h2>
      {asked.scenario && <ScenarioTag scenario={asked.scenario} />}
      <div className="field">
        <label htmlFor={`${id}-rule`}>{t("spacing.rule")}</label>
        <Select
          id={`${id}-rule`}
          value={rule ?? ALL}
          popupMatchSelectWidth={340}
          options={[
            { value: ALL, label: t("spacing.defaultRules") },
            ...rules.map(({ id: value, title }) => ({ value, label: words(title) })),
          ]}
          onChange={(value) => changeView({ rule: value === ALL ? null : value, pair: null })}
        />
        {chosen.map((one) => (
          <RuleNote key={one.id} rule={one} />
        ))}
      </div>
      <div className="field">
        <label htmlFor={`${id}-date`}>{t("spacing.date")}</label>
        <Input
          id={`${id}-date`}
          type="date"
          value={day ?? date}
          onChange={({ target }) => changeView({ date: target.value === "" ? null : target.value }, "replace")}
        />
        <p className="hint">{t("spacing.dateHint")}</p>
      </div>
      <div className="field">
        <label htmlFor={`${id}-unit`}>{t("spacing.subdistrict")}</label>
        <Select
          id={`${id}-unit`}
          value={unit ?? ALL}
          options={[
            { value: ALL, label: t("spacing.everywhere") },
            ...(units?.items ?? [])
              .filter(({ level, ref }) => level === "subdistrict" || ref === unit)
              .map(({ ref, name }) => ({ value: ref, label: name })),
          ]}
          onChange={(value) => changeView({ unit: value === ALL ? null : value, pair: null })}
        />
      </div>
      {category !== null && (
        <div className="field">
          <label htmlFor={`${id}-class`}>{t("spacing.checkFor")}</label>
          <Select
            id={`${id}-class`}
            value={category}
            options={classes.map((code) => ({ value: code, label: nameOf(code) }))}
            onChange={(code) => changeView({ category: code })}
          />
          <p className="hint">{t("spacing.clickHint")}</p>
        </div>
      )}
      <AskPoint />
      {category !== null && (
        <div className="field">
          <Checkbox checked={zone} onChange={({ target }) => changeView({ zone: target.checked })}>
            {t("spacing.showZone", { category: nameOf(category) })}
          </Checkbox>
          {zone && drawn !== null && drawn.walked.length > 0 && <p className="hint">{t("spacing.zoneWalked")}</p>}
          {zone && drawn !== null && drawn.notDrawn.length > 0 && (
            <p className="hint attention">
              {t("spacing.zoneNotDrawn", { rules: drawn.notDrawn.map(titleOf).join(t("answer.join")) })}
            </p>
          )}
        </div>
      )}
      <div className="take-along">
        <Button icon={<DownloadOutlined />} href={file} download>
          {t("spacing.exportList")}
        </Button>
        <Button icon={<PrinterOutlined />} onClick={() => changeView({ page: "violations" })}>
          {t("violations.open")}
        </Button>
        <Button icon={<FileDoneOutlined />} onClick={() => changeView({ page: "batch" })}>
          {t("batch.open")}
        </Button>
      </div>
    </div>
  );
}
