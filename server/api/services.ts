/** What the routes are given. @module */
import type { Desk } from "../analysis/desk.ts";
import type { RuleBook } from "../analysis/spacing-rules.ts";
import type { Catalogue } from "../import/categories.ts";
import type { ImportRuns } from "../intake/runs.ts";
import type { Uploads } from "../intake/uploads.ts";
import type { Profile } from "../reach/profile.ts";
import type { CoverageRuns } from "../runs/coverage-runs.ts";
import type { SitingRuns } from "../runs/siting-runs.ts";
import type { Store } from "../store/open.ts";

export interface Services {
  readonly store: Store;
  readonly desk: Desk;
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly catalogue: Catalogue;
  readonly imports: ImportRuns;
  readonly uploads: Uploads;
  readonly coverageRuns: CoverageRuns;
  readonly spacingRules: RuleBook;
  readonly sitingRuns: SitingRuns;
  /** Folder of the built console; null where it was not built. */
  readonly webRoot: string | null;
}
