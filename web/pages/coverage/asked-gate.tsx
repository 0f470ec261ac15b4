/** Lets a page see the question once it is whole; until then says what is missing and what to do next. @module */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Area } from "../../../server/api/schemas/areas.ts";
import { useArea } from "../../parts/area-context.tsx";
import { BlankPage } from "../../parts/blank-page.tsx";
import { Failed, Notice, Waiting } from "../../parts/states.tsx";
import { changeView, useView } from "../../state/use-view.ts";
import { type Asked, useAsked } from "./use-asked.ts";
import { useWords } from "./use-words.ts";

type Page = (asked: Asked) => ReactNode;

export function AskedGate({ children }: { readonly children: Page }) {
  const { area } = useArea();
  return area === null ? <NoArea /> : <OfArea area={area}>{children}</OfArea>;
}

/** Reading, failed, empty, or an area that does not exist. */
export function NoArea() {
  const { t } = useTranslation();
  const { area: wanted } = useView();
  const { list, error, retry } = useArea();
  if (error !== null)
    return (
      <BlankPage>
        <Failed error={error} retry={retry} />
      </BlankPage>
    );
  if (list === null || (wanted === null && list.length > 0))
    return (
      <BlankPage>
        <Waiting />
      </BlankPage>
    );
  if (list.length === 0) {
    return (
      <BlankPage>
        <Notice
          tone="empty"
          title={t("state.noAreas")}
          text={t("state.noAreasNext")}
          action={{ label: t("state.goImport"), onClick: () => changeView({ page: "data" }) }}
        />
      </BlankPage>
    );
  }
  const [first] = list;
  return (
    <BlankPage>
      <Notice
        tone="empty"
        title={t("state.areaUnknown", { area: wanted })}
        text={t("state.areaUnknownNext")}
        action={{
          label: t("state.showAnother", { name: first.name }),
          onClick: () =>
            changeView({
              area: first.id,
              camera: null,
              place: null,
              residence: null,
              unit: null,
              polygon: null,
              scenario: null,
            }),
        }}
      />
    </BlankPage>
  );
}

function OfArea({ area, children }: { readonly area: Area; readonly children: Page }) {
  const { t } = useTranslation();
  const words = useWords();
  const asked = useAsked(area);
  if (asked.state === "failed")
    return (
      <BlankPage>
        <Failed error={asked.error} retry={asked.retry} />
      </BlankPage>
    );
  if (asked.state === "waiting")
    return (
      <BlankPage>
        <Waiting />
      </BlankPage>
    );
  if (asked.state === "category_unknown") {
    const { wanted, instead } = asked;
    return (
      <BlankPage>
        <Notice
          tone="empty"
          title={instead === null ? t("state.noFacilities") : t("state.categoryUnknown", { category: wanted })}
          text={instead === null ? t("state.noFacilitiesNext") : t("state.categoryUnknownNext")}
          action={
            instead === null
              ? { label: t("state.goImport"), onClick: () => changeView({ page: "data" }) }
              : {
                  label: t("state.showAnother", { name: words(instead.name) }),
                  onClick: () => changeView({ category: instead.code }),
                }
          }
        />
      </BlankPage>
    );
  }
  if (asked.state === "scenario_unknown") {
    return (
      <BlankPage>
        <Notice
          tone="empty"
          title={t("state.scenarioUnknown", { scenario: asked.wanted })}
          text={t("state.scenarioUnknownNext")}
          action={{ label: t("scenario.back"), onClick: () => changeView({ scenario: null }) }}
        />
      </BlankPage>
    );
  }
  if (asked.state === "profile_unknown") {
    const { wanted, instead } = asked;
    const name = words(instead.name);
    return (
      <BlankPage>
        <Notice
          tone="empty"
          title={t("state.profileUnknown", { profile: wanted })}
          text={t("state.profileUnknownNext", { name })}
          action={{ label: t("state.showAnother", { name }), onClick: () => changeView({ profile: instead.id }) }}
        />
      </BlankPage>
    );
  }
  return children(asked.asked);
}
