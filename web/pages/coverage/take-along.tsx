/** What can be taken along of the question on screen: a report for paper, and files. @module */
import { DownloadOutlined, PrinterOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { address } from "../../client/http.ts";
import { changeView, useView } from "../../state/use-view.ts";
import type { Asked } from "./use-asked.ts";

const FORMATS = ["xlsx", "gpkg", "geojson", "csv"] as const;

export function TakeAlong({ asked: { question } }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const { by, language } = useView();
  const { area, category, minutes, profile, scenario, at } = question;
  const fileOf = (format: (typeof FORMATS)[number]) => {
    const level = format === "geojson" || format === "csv" ? by : undefined;
    const asked = { category, minutes, profile, scenario, at };
    return address(`/areas/${area}/export`, { format, level, ...asked, lang: language });
  };
  return (
    <div className="take-along">
      <Button icon={<PrinterOutlined />} onClick={() => changeView({ page: "report" })}>
        {t("take.report")}
      </Button>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: FORMATS.map((format) => ({
            key: format,
            label: (
              <a href={fileOf(format)} download>
                {t(`take.${format}`)}
              </a>
            ),
          })),
        }}
      >
        <Button icon={<DownloadOutlined />}>{t("take.export")}</Button>
      </Dropdown>
    </div>
  );
}
