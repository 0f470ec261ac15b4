/** What if: changes tried out on the map, their effect at once, and the shelf of those that were saved. @module */
import { useEffect, useMemo, useState } from "react";
import "../../../style/what-if.css";
import { useTranslation } from "react-i18next";
import { BlankPage } from "../../../parts/blank-page.tsx";
import { useMap } from "../../../parts/map-context.tsx";
import { MapStage } from "../../../parts/map-stage.tsx";
import { Failed, Notice, Waiting } from "../../../parts/states.tsx";
import { Workbench } from "../../../parts/workbench.tsx";
import { changeView, useView } from "../../../state/use-view.ts";
import type { LayerId } from "../../../state/view.ts";
import { Legend } from "../legend.tsx";
import type { Asked } from "../use-asked.ts";
import { useScene } from "../use-scene.ts";
import { ChangeLegend } from "./change-legend.tsx";
import { Editor } from "./editor.tsx";
import { EffectPanel, EffectSummary } from "./effect-panel.tsx";
import { useFacilityBook } from "./facility-book.ts";
import { PlanHead } from "./plan-head.tsx";
import { Shelf } from "./shelf.tsx";
import { useEffects } from "./use-effects.ts";
import { type Plan, usePlan } from "./use-plan.ts";
import { useTools } from "./use-tools.ts";
import { useWhatIfScene } from "./use-what-if-scene.ts";

const NOTHING = { openGap: null, isochrone: null, origin: null, walk: null, drawn: null };
/** A plan of no changes: what the map and the panel show while the shelf is open. */
const IDLE: Plan = {
  saved: null,
  of: null,
  changes: [],
  unsaved: false,
  categories: [],
  before: null,
  after: null,
  with: () => [],
  become: () => {},
};

export function WhatIfPage({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const opened = usePlan(asked);
  const blank = (() => {
    if (opened.state === "failed") return <Failed error={opened.error} retry={opened.retry} />;
    if (opened.state === "waiting") return <Waiting />;
    if (opened.state !== "lost" && opened.state !== "missing") return null;
    const isLost = opened.state === "lost";
    return (
      <Notice
        tone="empty"
        title={isLost ? t("whatIf.unnamed") : t("state.scenarioUnknown", { scenario: opened.wanted })}
        text={isLost ? t("whatIf.draftLost") : t("state.scenarioUnknownNext")}
        action={{
          label: t("whatIf.draftLostNext"),
          onClick: () => changeView({ draft: null, ...(isLost ? {} : { scenario: null }) }),
        }}
      />
    );
  })();
  if (blank !== null) return <BlankPage>{blank}</BlankPage>;
  return <Bench asked={asked} plan={opened.state === "ready" ? opened.plan : null} />;
}

/** The same bench with and without a plan, so that the map stays where it is. */
function Bench({ asked, plan }: { readonly asked: Asked; readonly plan: Plan | null }) {
  const { map } = useMap();
  const { hidden } = useView();
  const { changes, categories } = plan ?? IDLE;
  const [shows, setShows] = useState<"change" | "base">("change");
  const effects = useEffects(asked, changes);
  const book = useFacilityBook(asked, changes, categories);
  const tools = useTools(asked, plan ?? IDLE, book);
  // Today's cells stay until there is an effect to draw: hiding them has their tiles cut anew, which the effect would wait for.
  const showsChange = shows === "change" && effects.head !== null;
  const base = useScene(asked, NOTHING, NO_GAPS);
  const drawn = useWhatIfScene(asked, changes, book, effects, tools.path);
  const scene = useMemo(() => {
    const without: readonly LayerId[] = showsChange ? ["cells", "residences", "gaps"] : ["gaps"];
    const whatIf = showsChange ? drawn : { ...drawn, cells: [], residences: [] };
    return { ...base, hidden: [...new Set([...hidden, ...without])], whatIf };
  }, [base, drawn, hidden, showsChange]);

  const { editing } = tools;
  const isOpen = plan !== null;
  useEffect(() => {
    map?.edit(isOpen ? editing : null);
    return () => map?.edit(null);
  }, [map, isOpen, editing]);

  const legend = showsChange ? <ChangeLegend /> : <Legend asked={asked} classes={scene.classes} />;
  return (
    <Workbench
      asked={
        <div className="panel what-if">
          <PlanHead asked={asked} isOpen={isOpen} />
          {plan === null ? (
            <Shelf asked={asked} />
          ) : (
            <Editor asked={asked} plan={plan} book={book} tools={tools} faults={effects.faults} />
          )}
        </div>
      }
      map={
        <MapStage area={asked.area} scene={scene}>
          {legend}
        </MapStage>
      }
      answer={
        <EffectPanel asked={asked} effects={effects} shows={shows} onShow={setShows} hasChanges={changes.length > 0} />
      }
      card={null}
      summary={<EffectSummary asked={asked} effects={effects} />}
    />
  );
}

const NO_GAPS: readonly [] = [];
