/** The bar above every page: name, area, pages, language. @module */
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { changeView, useView } from "../state/use-view.ts";
import type { PageId } from "../state/view.ts";
import { useArea } from "./area-context.tsx";
import { Mark } from "./mark.tsx";
import { PlaceSearch } from "./place-search.tsx";
import { DemoTag } from "./tags.tsx";

const PAGES: readonly PageId[] = ["coverage", "spacing", "siting", "standards", "data"];
/** Where no place can be shown. */
const WITHOUT_MAP: readonly PageId[] = ["report", "standards", "standards-paper"];

export function TopBar() {
  const { t } = useTranslation();
  const { page, language, crs, siting } = useView();
  const { list, area } = useArea();
  return (
    <header className="top-bar">
      <a className="skip-link" href="#map">
        {t("frame.skip")}
      </a>
      <h1 className="brand">
        <Mark />
        {t("app.name")}
      </h1>
      {list !== null && list.length > 0 && (
        <Select
          className="area-select"
          variant="borderless"
          aria-label={t("frame.area")}
          value={area?.id ?? null}
          popupMatchSelectWidth={false}
          options={list.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) =>
            changeView({
              area: id,
              category: null,
              place: null,
              residence: null,
              unit: null,
              polygon: null,
              camera: null,
              scenario: null,
              pair: null,
              street: null,
              community: null,
              // Its places are not those of another area.
              siting: { ...siting, signed: null, premises: null, force: [], forbid: [], site: null },
            })
          }
        />
      )}
      {area?.demo === true && <DemoTag />}
      {area !== null && !WITHOUT_MAP.includes(page) && <PlaceSearch area={area} key={area.id} />}
      <nav className="pages" aria-label={t("page.nav")}>
        {PAGES.map((id) => (
          <button
            key={id}
            type="button"
            className="page-link"
            aria-current={id === page ? "page" : undefined}
            onClick={() => changeView({ page: id, ...(crs !== "wgs84" && { place: null, crs: "wgs84" }) })}
          >
            {t(`page.${id}`)}
          </button>
        ))}
      </nav>
      <button
        type="button"
        className="language"
        lang={language === "zh" ? "en" : "zh-CN"}
        aria-label={`中 / EN · ${t("frame.language")}`}
        onClick={() => changeView({ language: language === "zh" ? "en" : "zh" }, "replace")}
      >
        <span aria-hidden="true">
          <b className={language === "zh" ? "on" : ""}>中</b> / <b className={language === "en" ? "on" : ""}>EN</b>
        </span>
      </button>
    </header>
  );
}
