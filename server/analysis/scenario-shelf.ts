/** Saved scenarios: read, made, changed and removed; who changes one must have read its last revision. @module */
import { type ScenarioError, scenarioError } from "../coverage/scenario/errors.ts";
import type { Store } from "../store/open.ts";
import {
  deleteScenario,
  insertScenario,
  type ScenarioDraft,
  type StoredScenario,
  scenarioById,
  updateScenario,
} from "../store/scenarios.ts";

export class ScenarioShelf {
  private readonly store: Store;
  /** Of the embedded store, which only this process writes: known until changed, so that readers never wait for an import. */
  private readonly known = new Map<number, StoredScenario>();
  private changes = 0;

  constructor(store: Store) {
    this.store = store;
  }

  /** Throws `scenario_unknown`. */
  async read(id: number): Promise<StoredScenario> {
    const known = this.known.get(id);
    if (known) return known;
    const asOf = this.changes;
    const found = await scenarioById(this.store.db, id).executeTakeFirst();
    if (!found) throw scenarioError("scenario_unknown", { value: id });
    // Read while it was being written, it may be the revision before.
    if (this.store.kind === "embedded" && this.changes === asOf) this.keep(found);
    return found;
  }

  make(areaId: string, draft: ScenarioDraft): Promise<StoredScenario> {
    return insertScenario(this.store.db, areaId, draft).executeTakeFirstOrThrow();
  }

  /** Throws `scenario_unknown`, `scenario_changed_meanwhile`. */
  async replace(id: number, revision: number, draft: ScenarioDraft): Promise<StoredScenario> {
    const written = await updateScenario(this.store.db, id, revision, draft).executeTakeFirst();
    this.forget(id);
    if (!written) throw await this.whyNot(id, revision);
    return written;
  }

  /** Throws `scenario_unknown`, `scenario_changed_meanwhile`. */
  async remove(id: number, revision: number): Promise<void> {
    const removed = await deleteScenario(this.store.db, id, revision).executeTakeFirst();
    this.forget(id);
    if (!removed) throw await this.whyNot(id, revision);
  }

  private async whyNot(id: number, revision: number): Promise<ScenarioError> {
    const { revision: found } = await this.read(id);
    return scenarioError("scenario_changed_meanwhile", { value: id, found, expected: revision });
  }

  private keep(scenario: StoredScenario): void {
    this.known.set(scenario.id, scenario);
    for (const oldest of this.known.keys()) {
      if (this.known.size <= MOST_KNOWN) break;
      this.known.delete(oldest);
    }
  }

  private forget(id: number): void {
    this.changes++;
    this.known.delete(id);
  }
}

const MOST_KNOWN = 1000;
