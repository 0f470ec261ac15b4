/** Head of the panel: back to looking, back to the shelf, and what is asked. @module */
import { LeftOutlined } from "@ant-design/icons";
import { Button, Popover } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { changeView, useView } from "../../../state/use-view.ts";
import { AskWalk } from "../ask-walk.tsx";
import { CategorySelect } from "../category-select.tsx";
import type { Asked } from "../use-asked.ts";
import { useWords } from "../use-words.ts";

export function PlanHead({ asked, isOpen }: { readonly asked: Asked; readonly isOpen: boolean }) {
  const { t } = useTranslation();
  const words = useWords();
  const { minutes } = useView();
  const id = useId();
  return (
    <>
      <button
        type="button"
        className="back"
        onClick={() =>
          changeView(isOpen ? { scenario: null, draft: null } : { mode: null, scenario: null, draft: null })
        }
      >
        <LeftOutlined aria-hidden="true" /> {t(isOpen ? "whatIf.toShelf" : "whatIf.leave")}
      </button>
      {!isOpen && <h2>{t("whatIf.title")}</h2>}
      <div className="field">
        <label htmlFor={`${id}-category`}>{t("asked.category")}</label>
        <CategorySelect id={`${id}-category`} asked={asked} />
        <Popover
          trigger="click"
          placement="bottomLeft"
          content={
            <div className="walk-asked">
              <AskWalk id={id} asked={asked} />
            </div>
          }
        >
          <Button size="small" type="text" className="walk-told">
            {words(asked.profile.name)} · {minutes} {t("asked.minutesUnit")} ▾
          </Button>
        </Popover>
      </div>
    </>
  );
}
