/** Scenarios as both faces tell and write them. @module */
import type { Fault } from "../coverage/scenario/apply.ts";
import type { Change } from "../coverage/scenario/change.ts";
import { scenarioError } from "../coverage/scenario/errors.ts";
import { readChanges } from "../coverage/scenario/read-changes.ts";
import type { ScenarioDraft, StoredScenario } from "../store/scenarios.ts";
import type { Desk } from "./desk.ts";
import type { OpenArea } from "./open-area.ts";
import { openChanges, streetsVersionOf } from "./scenario-area.ts";

const MAX_NAME = 100;

/** A scenario on the current release of its area. */
export interface ScenarioAnswer {
  readonly scenario: StoredScenario;
  readonly area: OpenArea;
  readonly currentRelease: number;
  readonly touched: { categories: string[]; streets: boolean };
  readonly stale: readonly Fault[];
}

/** As somebody wrote it: parsed JSON. */
export interface ScenarioWritten {
  readonly name: string;
  readonly changes: unknown;
}

export async function makeScenario(desk: Desk, areaId: string, written: ScenarioWritten): Promise<ScenarioAnswer> {
  return answerOf(desk, await desk.scenarios.make(areaId, await draftOf(desk, areaId, written)));
}

/** Throws `scenario_changed_meanwhile` where the scenario is at another revision by now. */
export async function replaceScenario(
  desk: Desk,
  id: number,
  revision: number,
  written: ScenarioWritten,
): Promise<ScenarioAnswer> {
  const { areaId } = await desk.scenarios.read(id);
  return answerOf(desk, await desk.scenarios.replace(id, revision, await draftOf(desk, areaId, written)));
}

export async function showScenario(desk: Desk, id: number): Promise<ScenarioAnswer> {
  return answerOf(desk, await desk.scenarios.read(id));
}

/** What is written must apply whole; throws what is wrong with the first change that does not. */
async function draftOf(desk: Desk, areaId: string, { name, changes }: ScenarioWritten): Promise<ScenarioDraft> {
  const trimmed = name.trim();
  if (trimmed === "" || trimmed.length > MAX_NAME)
    throw scenarioError("scenario_name_wrong", { value: name, max: MAX_NAME });
  const read: readonly Change[] = readChanges(changes);
  const base = await desk.open(areaId);
  openChanges(base, read, desk.isCategory);
  return { name: trimmed, changes: read, release: base.content.release, streetsVersion: streetsVersionOf(base) };
}

async function answerOf(desk: Desk, scenario: StoredScenario): Promise<ScenarioAnswer> {
  const { area, faults } = await desk.openScenario(scenario.areaId, scenario.id);
  const { base, streets, touched } = area.over!;
  return {
    scenario,
    area,
    currentRelease: area.content.release,
    touched: {
      categories: [...touched].sort(),
      streets: streets !== base.streets || area.content.residences !== base.content.residences,
    },
    stale: faults,
  };
}
