/** One release of an area, loaded and kept in memory: streets, people, facilities, and what was already computed from them. @module */
import {
  type CategoryWalks,
  endsOfCategory,
  walksToCategory,
  withFacilitiesRenumbered,
} from "../coverage/category-walks.ts";
import { type CellIndex, indexCells } from "../coverage/cells.ts";
import { facilitiesWithin, type SecondNearest, secondNearest } from "../coverage/choices.ts";
import { coverageError } from "../coverage/errors.ts";
import { type Neighbourhood, neighbourhoodOf } from "../coverage/gaps/neighbourhood.ts";
import { type Openness, opennessAt } from "../coverage/hours/open-at.ts";
import type { Facilities, Residences, Unit } from "../coverage/people.ts";
import { type ChangedWalks, changedAmong, noneChanged } from "../coverage/scenario/changed-walks.ts";
import { changedQuickly, type KeptWalks, keepWalks } from "../coverage/scenario/quick-walks.ts";
import { type Starts, startsOf } from "../coverage/starts.ts";
import { rememberHours } from "../import/hours/read-hours.ts";
import type { Place } from "../network/snap.ts";
import type { WalkNetwork } from "../network/walk-network.ts";
import { withGatesOpen } from "../reach/closed-gates.ts";
import { reachError } from "../reach/errors.ts";
import type { Ends } from "../reach/nearest.ts";
import type { WalkPool } from "../reach/pool/walk-pool.ts";
import { isRestricted, type Profile, UNRESTRICTED } from "../reach/profile.ts";
import { createLattice, type Lattice } from "../reach/shape/lattice.ts";
import { hasPenalties } from "../reach/true-lengths.ts";
import { createWalker, openStreets, type Streets, type Walker } from "../reach/walker.ts";
import { FacilityPlaces } from "./facility-places.ts";
import { type Gazetteer, openGazetteer } from "./gazetteer.ts";
import { kept, RecentBytes, recent } from "./kept.ts";
import type { ScenarioPin } from "./pins.ts";
import type { UnitShape } from "./unit-finder.ts";

/** What a release consists of, as read from the store. */
export interface ReleaseContent {
  readonly areaId: string;
  /** Key of the release in the store. */
  readonly releaseId: number;
  /** Number of the release inside its area. */
  readonly release: number;
  /** kind → version. */
  readonly datasets: Readonly<Record<string, number>>;
  readonly network: WalkNetwork;
  readonly residences: Residences;
  readonly facilities: Facilities;
  /** In the order that the columns `community` and `subdistrict` refer to. */
  readonly communities: readonly Unit[];
  /** Shapes of the communities, in the same order: by ref, as the store settles shared borders. */
  readonly communityShapes: readonly UnitShape[];
  readonly subdistricts: readonly Unit[];
  readonly subdistrictShapes: readonly UnitShape[];
}

/** A release with a scenario applied: whatever the scenario leaves untouched is asked of the base. */
export interface OverBase {
  readonly base: OpenArea;
  readonly streets: Streets;
  /** Shape [facilities of the base]. Index of each in this area, −1 where it was closed. */
  readonly facilityIndexOf: Int32Array;
  /** Categories whose facilities differ from the base. */
  readonly touched: ReadonlySet<string>;
  /** null for changes that were not saved. */
  readonly pin: ScenarioPin | null;
}

/** What walks depend on. */
export interface WalksQuestion {
  readonly category: string;
  readonly profile: string;
  /** Weekday and time such as `We 22:00`; absent where opening hours are not asked about. */
  readonly at?: string | undefined;
}

/** Some forty categories of a profile are asked about at once. */
const MOMENTS_KEPT = 64;

/** All 67 categories for 200,000 residences are 390 MB; a category is found anew in some milliseconds. */
const MOST_WALK_BYTES = 512 * 2 ** 20;

/** Questions of which changes are being tried out at once; each holds some 12 bytes a junction and a residence. */
const MOST_FOUND_KEPT = 16;

export class OpenArea {
  readonly content: ReleaseContent;
  readonly streets: Streets;
  /** Workers for questions of many walks. */
  readonly pool: WalkPool;
  /** null for the base itself. */
  readonly over: OverBase | null;
  /** The base where walks start and lead along the streets as they do there, else null. */
  private readonly sameWays: OpenArea | null;
  /** Codes of the catalogue, be there facilities of them or not. */
  readonly knownCategories: ReadonlySet<string>;
  readonly profiles: ReadonlyMap<string, Profile>;
  private readonly walkers = new Map<string, Walker>();
  private readonly freeWalkers = new Map<string, Walker>();
  private readonly lattices = new Map<string, Lattice>();
  private readonly starts = new Map<string, Starts>();
  private readonly walks = new RecentBytes<CategoryWalks>(MOST_WALK_BYTES, bytesOfWalks);
  private readonly openness = new Map<string, Openness>();
  private readonly readHours = rememberHours();
  private readonly seconds = new Map<string, SecondNearest>();
  private readonly within = new Map<string, Int32Array[]>();
  private readonly found = new Map<string, KeptWalks>();
  private readonly cells = new Map<number, CellIndex>();
  private readonly facilities = new Map<string, FacilityPlaces>();
  private neighbours: Neighbourhood | null = null;
  private names: Gazetteer | null = null;

  constructor(
    content: ReleaseContent,
    profiles: ReadonlyMap<string, Profile>,
    knownCategories: ReadonlySet<string>,
    pool: WalkPool,
    over: OverBase | null = null,
  ) {
    this.content = content;
    this.profiles = profiles;
    this.knownCategories = knownCategories;
    this.pool = pool;
    this.over = over;
    this.streets = over?.streets ?? openStreets(content.network);
    const isSame = over?.streets === over?.base.streets && content.residences === over?.base.content.residences;
    this.sameWays = isSame ? (over?.base ?? null) : null;
  }

  /** This release with what `content` and `over` say, sharing profiles and workers. */
  beside(content: ReleaseContent, over: OverBase): OpenArea {
    return new OpenArea(content, this.profiles, this.knownCategories, this.pool, over);
  }

  /** What answers are of: another whenever the same question may have another answer. */
  get edition(): string {
    const pin = this.over?.pin ?? null;
    return pin === null ? `${this.content.release}` : `${this.content.release}-${pin.id}-${pin.revision}`;
  }

  /** Throws `profile_unknown`. */
  walker(profileId: string): Walker {
    if (this.sameWays) return this.sameWays.walker(profileId);
    const profile = this.profiles.get(profileId);
    if (!profile)
      throw reachError("profile_unknown", { value: profileId, expected: [...this.profiles.keys()].join(", ") });
    return kept(this.walkers, profileId, () => createWalker(this.streets, profile));
  }

  /** A walker whom nothing restricts: tells whether only the profile stands in the way. */
  openWalker(): Walker {
    if (this.sameWays) return this.sameWays.openWalker();
    const open = [...this.profiles.values()].find((profile) => !isRestricted(profile));
    return open ? this.walker(open.id) : kept(this.walkers, "", () => createWalker(this.streets, UNRESTRICTED));
  }

  /** A walker of the profile to whom every closed gate is open: tells which gates stand in the way. */
  freeWalker(profileId: string): Walker {
    if (this.sameWays) return this.sameWays.freeWalker(profileId);
    const { profile } = this.walker(profileId);
    return kept(this.freeWalkers, profileId, () => createWalker(withGatesOpen(this.streets), profile));
  }

  lattice(walker: Walker): Lattice {
    if (this.sameWays) return this.sameWays.lattice(walker);
    return kept(this.lattices, joiningOf(walker), () => createLattice(walker));
  }

  /**
   * Walks of every residence to the nearest facility of a category, at a moment to the nearest that is open; throws
   * `profile_unknown`, `category_unknown`, `moment_unreadable`.
   */
  walksFor({ profile, category, at }: WalksQuestion): CategoryWalks {
    const walker = this.walker(profile);
    const index = this.categoryIndex(category);
    const find = (): CategoryWalks => {
      if (this.sameWays && !this.over?.touched.has(category))
        return withFacilitiesRenumbered(this.sameWays.walksFor({ profile, category, at }), this.over!.facilityIndexOf);
      const openness = at === undefined ? null : this.opennessAt(at);
      const { facilities } = this.content;
      return walksToCategory(walker, this.openWalker(), this.startsOf(profile), facilities, index, openness);
    };
    return this.walks.get(at === undefined ? `${profile} ${category}` : `${profile} ${category} ${at}`, find);
  }

  /** As {@link walksFor}, whatever the hour. */
  walksTo(profile: string, category: string): CategoryWalks {
    return this.walksFor({ profile, category });
  }

  /** Which facilities are open; throws `moment_unreadable`. */
  opennessAt(at: string): Openness {
    return recent(this.openness, at, MOMENTS_KEPT, () => opennessAt(this.content.facilities, at, this.readHours));
  }

  /** The second nearest facility of every residence; throws what {@link walksFor} throws. */
  secondNearest(question: WalksQuestion): SecondNearest {
    const { profile, category, at } = question;
    const walks = this.walksFor(question);
    return recent(this.seconds, `${profile} ${category} ${at ?? ""}`, MOMENTS_KEPT, () =>
      secondNearest(this.walker(profile), this.startsOf(profile), this.endsFor(question), walks),
    );
  }

  /** Facilities within each limit, one column a limit, shape [r] each; throws what {@link walksFor} throws. */
  facilitiesWithin(question: WalksQuestion, limitsMm: readonly number[]): Int32Array[] {
    const { profile, category, at } = question;
    return recent(this.within, `${profile} ${category} ${at ?? ""} ${limitsMm}`, MOMENTS_KEPT, () =>
      facilitiesWithin(this.walker(profile), this.startsOf(profile), this.endsFor(question), limitsMm),
    );
  }

  /** Of the facilities that are surely open. */
  private endsFor({ profile, category, at }: WalksQuestion): Ends {
    const openness = at === undefined ? null : this.opennessAt(at);
    const index = this.categoryIndex(category);
    return endsOfCategory(this.walker(profile), this.openWalker(), this.content.facilities, index, openness).sure;
  }

  /**
   * Residences whose walk to the category is another than on the base, and both walks of theirs. For changes that are not
   * saved found without a whole search, as long as they leave the streets as they are and no hour is asked about.
   */
  changedWalks(question: WalksQuestion): ChangedWalks {
    const { base, facilityIndexOf, touched, pin } = this.over!;
    const before = base.walksFor(question);
    if (this.sameWays && !touched.has(question.category)) return noneChanged(before);
    const quick = pin === null && question.at === undefined && this.sameWays?.keptFor(question);
    const index = this.categoryIndex(question.category);
    const found = quick ? changedQuickly(quick, this.content.facilities, index, before, facilityIndexOf) : null;
    return found ?? changedAmong(before, this.walksFor(question), facilityIndexOf);
  }

  /** What {@link changedWalks} goes on from; null for a profile that needs whole searches. */
  private keptFor({ profile, category }: WalksQuestion): KeptWalks | null {
    const walker = this.walker(profile);
    if (hasPenalties(walker)) return null;
    const { facilities } = this.content;
    const index = this.categoryIndex(category);
    return recent(this.found, `${profile} ${category}`, MOST_FOUND_KEPT, () =>
      keepWalks(walker, this.openWalker(), this.startsOf(profile), facilities, index),
    );
  }

  startsOf(profileId: string): Starts {
    if (this.sameWays) return this.sameWays.startsOf(profileId);
    return kept(this.starts, profileId, () =>
      startsOf(this.walker(profileId), this.openWalker(), this.content.residences),
    );
  }

  /** Which homes are neighbours along the streets. */
  neighbourhood(): Neighbourhood {
    if (this.sameWays) return this.sameWays.neighbourhood();
    if (this.neighbours === null) {
      const { profile, plain, network } = this.openWalker();
      // Whom nothing costs time stands at the same places of the streets.
      const starts = this.profiles.has(profile.id) && plain === network ? this.startsOf(profile.id) : null;
      this.neighbours = neighbourhoodOf(this.streets, this.content.residences, starts);
    }
    return this.neighbours;
  }

  /** Everything with a name, laid out for searching when it is first searched. */
  gazetteer(): Gazetteer {
    this.names ??= openGazetteer(this);
    return this.names;
  }

  cellIndex(resolution: number): CellIndex {
    if (this.over) return this.over.base.cellIndex(resolution);
    return kept(this.cells, resolution, () => indexCells(this.content.residences, resolution));
  }

  facilityPlaces(walker: Walker): FacilityPlaces {
    return kept(this.facilities, joiningOf(walker), () => new FacilityPlaces(walker, this.content.facilities));
  }

  /** Where walks to a facility may end. */
  endsOfFacility(walker: Walker, facility: number): readonly Place[] {
    return this.facilityPlaces(walker).ofFacility[facility];
  }

  /** −1 for a category of the catalogue of which the area has no facility; throws `category_unknown` for any other word. */
  categoryIndex(category: string): number {
    const { categories } = this.content.facilities;
    const index = categories.indexOf(category);
    if (index < 0 && !this.knownCategories.has(category))
      throw coverageError("category_unknown", {
        area: this.content.areaId,
        value: category,
        expected: categories.join(", "),
      });
    return index;
  }

  /** Throws `facility_unknown`. */
  facilityIndex(ref: string): number {
    const index = this.content.facilities.ref.indexOf(ref);
    if (index < 0) throw coverageError("facility_unknown", { area: this.content.areaId, value: ref });
    return index;
  }

  /** Throws `residence_unknown`. */
  residenceIndex(ref: string): number {
    const index = this.content.residences.ref.indexOf(ref);
    if (index < 0) throw coverageError("residence_unknown", { area: this.content.areaId, value: ref });
    return index;
  }
}

/** Walkers of one joining have their points at the same places of the streets, and may share them. */
function joiningOf({ closed, profile, plain, network }: Walker): string {
  return plain === network ? `${closed} ${profile.maxOffsetMm}` : profile.id;
}

function bytesOfWalks({
  totalMm,
  lengthMm,
  facility,
  start,
  toOffsetMm,
  state,
  offNetworkMm,
  unsureMm,
}: CategoryWalks): number {
  const columns = [totalMm, lengthMm, facility, start, toOffsetMm, state, offNetworkMm];
  return columns.reduce((bytes, column) => bytes + column.byteLength, unsureMm?.byteLength ?? 0);
}
