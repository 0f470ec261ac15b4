/** Words of what is said of scenarios, in English. @module */
import type { Shape } from "../shape.ts";
import type { zhScenario } from "../zh/scenario.ts";

export const enScenario: Shape<typeof zhScenario> = {
  scenario: {
    change: "See its changes",
    shown: "Scenario: {{name}} (revision {{revision}})",
    stale: "{{n}} of its changes do not apply to the current data and are left out.",
    back: "Back to what is there",
  },
};
