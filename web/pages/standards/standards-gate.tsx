/** Lets a page see which pack is asked about once that is known; until then says what is missing and what to do next. @module */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Area } from "../../../server/api/schemas/areas.ts";
import { useArea } from "../../parts/area-context.tsx";
import { BlankPage } from "../../parts/blank-page.tsx";
import { Failed, Notice, Waiting } from "../../parts/states.tsx";
import { changeView } from "../../state/use-view.ts";
import { NoArea } from "../coverage/asked-gate.tsx";
import { useWords } from "../coverage/use-words.ts";
import { type AskedStandards, useStandards } from "./use-standards.ts";

type Page = (asked: AskedStandards) => ReactNode;

export function StandardsGate({ children }: { readonly children: Page }) {
  const { area } = useArea();
  return area === null ? <NoArea /> : <OfArea area={area}>{children}</OfArea>;
}

function OfArea({ area, children }: { readonly area: Area; readonly children: Page }) {
  const { t } = useTranslation();
  const words = useWords();
  const state = useStandards(area);
  if (state.state === "ready") return children(state.asked);
  return (
    <BlankPage>
      {state.state === "waiting" && <Waiting />}
      {state.state === "failed" && <Failed error={state.error} retry={state.retry} />}
      {state.state === "pack_unknown" && (
        <Notice
          tone="empty"
          title={t("standards.packUnknown", { pack: state.wanted })}
          text={t("standards.packUnknownNext")}
          action={{
            label: t("state.showAnother", { name: words(state.instead.name) }),
            onClick: () => changeView({ pack: state.instead.id, group: null }),
          }}
        />
      )}
    </BlankPage>
  );
}
