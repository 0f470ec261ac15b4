/** A scenario's changes carried out on a release; those that do not apply there are told, and the others stand. @module */
import { DomainError } from "../../base/errors.ts";
import type { LonLat } from "../../base/lon-lat.ts";
import { pieceLengthM } from "../../base/metric.ts";
import { gatherChanges } from "../../network/edits/changes.ts";
import type { Edit } from "../../network/edits/edits.ts";
import { type Streets, withEdits } from "../../reach/walker.ts";
import type { Facilities, Residences } from "../people.ts";
import { type Change, FACILITY_KINDS, type FacilityChange, isFacilityChange, type StreetChange } from "./change.ts";
import { changeEntrances, GATE_WITHIN_M, isSameGate } from "./entrance-changes.ts";
import { type ScenarioError, scenarioError } from "./errors.ts";
import { changeFacilities } from "./facility-changes.ts";
import type { Ground } from "./ground.ts";
import { placeOf } from "./read-changes.ts";
import { editsOf } from "./street-changes.ts";

/** A change that does not apply, and why. */
export interface Fault {
  /** From 0, in the list of the scenario. */
  readonly index: number;
  readonly change: Change;
  readonly error: ScenarioError;
}

/** Whatever no change touches is the base's own, the very same object. */
export interface Applied {
  readonly facilities: Facilities;
  /** Shape [facilities of the base]. Index of each among `facilities`, −1 where it was closed. */
  readonly indexOf: Int32Array;
  /** Categories whose facilities changed. */
  readonly touched: ReadonlySet<string>;
  readonly streets: Streets;
  readonly residences: Residences;
  readonly faults: readonly Fault[];
}

/** @param streetsVersion by which the changes number edges; null: by that of the ground */
export function applyChanges(ground: Ground, changes: readonly Change[], streetsVersion: number | null): Applied {
  const checks = new Checks(ground, streetsVersion ?? ground.streetsVersion);
  const faults: Fault[] = [];
  changes.forEach((change, index) => {
    const error = checks.take(change, index);
    if (error) faults.push({ index, change, error });
  });
  const { edits, streetChanges } = checks;
  return {
    ...changeFacilities(ground, checks.facilityChanges),
    streets: edits.length === 0 ? ground.streets : withEdits(ground.streets, edits),
    residences: changeEntrances(ground.residences, streetChanges),
    faults,
  };
}

class Checks {
  readonly facilityChanges: FacilityChange[] = [];
  readonly streetChanges: StreetChange[] = [];
  readonly edits: Edit[] = [];
  private readonly ground: Ground;
  private readonly streetsVersion: number;
  /** What was already changed of a facility, and where in the list. */
  private readonly changed = new Map<string, string>();
  private readonly facilityRefs: ReadonlySet<string>;
  private readonly gates: { readonly kind: "open_gate" | "close_gate"; readonly at: LonLat; readonly place: string }[] =
    [];

  constructor(ground: Ground, streetsVersion: number) {
    this.ground = ground;
    this.streetsVersion = streetsVersion;
    this.facilityRefs = new Set(ground.facilities.ref);
  }

  /** Takes the change, or says why it does not apply. */
  take(change: Change, index: number): ScenarioError | null {
    const place = placeOf(index);
    try {
      if (isFacilityChange(change)) this.takeFacility(change, place);
      else this.takeStreet(change, place);
      return null;
    } catch (error) {
      if (error instanceof DomainError) return error as ScenarioError;
      throw error;
    }
  }

  private takeFacility(change: FacilityChange, place: string): void {
    const { ref } = change;
    const { release } = this.ground;
    const isThere = this.facilityRefs.has(ref);
    if (change.kind === "add_facility") {
      if (isThere) throw scenarioError("facility_already_there", { place, value: ref, release });
    } else if (!isThere && !this.changed.has(keyOf(ref, "add_facility"))) {
      throw scenarioError("facility_not_there", { place, value: ref, release });
    }
    if ("category" in change && !this.ground.isCategory(change.category))
      throw scenarioError("category_not_in_catalogue", { place: `${place}.category`, value: change.category });
    const other = this.contradicted(change);
    if (other !== undefined) throw scenarioError("change_contradicts", { place, other, value: ref });
    this.changed.set(keyOf(ref, change.kind), place);
    this.facilityChanges.push(change);
  }

  /** A facility is added, moved or closed once, and each of its other traits set once; one added or closed has no other change. */
  private contradicted({ kind, ref }: FacilityChange): string | undefined {
    const isWhole = kind === "add_facility" || kind === "close_facility";
    const against = isWhole ? FACILITY_KINDS : (["add_facility", "close_facility", kind] as const);
    return against.map((other) => this.changed.get(keyOf(ref, other))).find((place) => place !== undefined);
  }

  private takeStreet(change: StreetChange, place: string): void {
    const { ground, edits } = this;
    if ("edge" in change && change.edge !== undefined && this.streetsVersion !== ground.streetsVersion)
      throw scenarioError("edge_renumbered", {
        place: `${place}.edge`,
        value: change.edge,
        found: this.streetsVersion,
        expected: ground.streetsVersion,
      });
    if (change.kind === "open_gate") checkResidences(ground, change, place);
    if (change.kind === "open_gate" || change.kind === "close_gate") {
      const other = this.gates.find(({ kind, at }) => kind !== change.kind && isSameGate(at, change.at));
      if (other !== undefined)
        throw scenarioError("change_contradicts", { place, other: other.place, value: change.at.join(", ") });
      this.gates.push({ kind: change.kind, at: change.at, place });
    }
    const more = editsOf(ground, change, place);
    try {
      gatherChanges(ground.streets.network, [...edits, ...more]);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw scenarioError("street_change_faulty", { place, what: error.fields.what ?? error.message });
    }
    edits.push(...more);
    this.streetChanges.push(change);
  }
}

type OpenGate = Extract<StreetChange, { kind: "open_gate" }>;

function checkResidences({ residences, release }: Ground, { at, residences: refs }: OpenGate, place: string): void {
  for (const ref of refs ?? []) {
    const r = residences.ref.indexOf(ref);
    if (r < 0) throw scenarioError("residence_not_there", { place, value: ref, release });
    const metres = pieceLengthM(...at, residences.lon[r], residences.lat[r]);
    if (metres > GATE_WITHIN_M)
      throw scenarioError("gate_too_far", { place, value: ref, metres: Math.round(metres), withinM: GATE_WITHIN_M });
  }
}

function keyOf(ref: string, kind: FacilityChange["kind"]): string {
  return `${kind} ${ref}`;
}
