/** The question in one bar: which document, on which day, whose communities, and what of it is looked at. @module */
import { DownloadOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useUnits } from "../../client/register.ts";
import { workbookAddress } from "../../client/standards.ts";
import { changeView, useView } from "../../state/use-view.ts";
import { TABS } from "../../state/view.ts";
import { useWords } from "../coverage/use-words.ts";
import { PackNote } from "./pack-note.tsx";
import type { AskedStandards } from "./use-standards.ts";

const EVERYWHERE = "";

export function AskedBar({ asked }: { readonly asked: AskedStandards }) {
  const { t } = useTranslation();
  const words = useWords();
  const id = useId();
  const { tab, date, street, language } = useView();
  const { area, packs, pack, question } = asked;
  const { data: units } = useUnits(area.id);
  const streets = (units?.items ?? []).filter(({ level }) => level === "street").map(({ name }) => name);
  return (
    <div className="standards-bar">
      <div className="standards-fields">
        <div className="field">
          <label htmlFor={`${id}-pack`}>{t("standards.pack")}</label>
          <Select
            id={`${id}-pack`}
            className="pack-select"
            value={pack.id}
            popupMatchSelectWidth={false}
            options={packs.map((one) => ({ value: one.id, label: words(one.name) }))}
            onChange={(value) => changeView({ pack: value, group: null, only: null })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-date`}>{t("standards.asOf")}</label>
          <Input
            id={`${id}-date`}
            type="date"
            value={question.asOf}
            onChange={({ target }) => changeView({ date: target.value === "" ? null : target.value }, "replace")}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-street`}>{t("standards.street")}</label>
          <Select
            id={`${id}-street`}
            className="street-select"
            value={street ?? EVERYWHERE}
            popupMatchSelectWidth={false}
            options={[
              { value: EVERYWHERE, label: t("standards.everywhere") },
              ...streets.map((name) => ({ value: name, label: name })),
            ]}
            onChange={(value) => changeView({ street: value === EVERYWHERE ? null : value, community: null })}
          />
        </div>
        {date !== null && (
          <button type="button" className="more" onClick={() => changeView({ date: null })}>
            {t("standards.today")}
          </button>
        )}
        <Button icon={<DownloadOutlined />} href={workbookAddress(question, language)} download={true}>
          {t("standards.workbook")}
        </Button>
        <nav className="tabs" aria-label={t("standards.views")}>
          {TABS.map((one) => (
            <button
              key={one}
              type="button"
              className="tab"
              aria-current={one === tab ? "page" : undefined}
              onClick={() => changeView({ tab: one })}
            >
              {t(`standards.tabs.${one}`)}
            </button>
          ))}
        </nav>
      </div>
      <PackNote pack={pack} />
    </div>
  );
}
