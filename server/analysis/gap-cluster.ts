/** One gap cluster with its homes, and the lines that explain it. @module */
import type { Kysely } from "kysely";
import { coverageError } from "../coverage/errors.ts";
import type { GapCluster } from "../coverage/gaps/clusters.ts";
import type { Database } from "../store/database.ts";
import type { CoverageQuestion } from "./coverage.ts";
import { type GapClusterAnswer, gapClusterAnswers, positionOf } from "./gap-clusters.ts";
import { gapsAt } from "./gap-facts.ts";
import { type GapLines, gapLines } from "./gap-lines.ts";
import type { OpenArea } from "./open-area.ts";
import { type Pins, pinsOf } from "./pins.ts";
import type { NearestAnswer } from "./reach-facilities.ts";
import { nearestTo } from "./residence-rows.ts";
import { pair } from "./walk-answer.ts";

export interface GapMember {
  ref: string;
  position: [number, number];
  community: string | null;
  households: number | null;
  residents: number | null;
  estimated: boolean;
  why: GapCluster["why"];
  nearest: NearestAnswer | null;
}

export interface GapClusterDetail {
  cluster: GapClusterAnswer;
  /** Most people first. */
  members: GapMember[];
  /** Seen from the heart of the cluster. */
  lines: GapLines;
  pins: Pins;
}

/** @param ref of the cluster, or of any of its residences. Throws `residence_unknown`, and `gap_unknown` for one that is covered. */
export async function gapClusterDetail(
  db: Kysely<Database>,
  area: OpenArea,
  question: CoverageQuestion,
  ref: string,
): Promise<GapClusterDetail> {
  const answer = gapsAt(area, question);
  const r = area.residenceIndex(ref);
  const { uncovered, unknown } = answer.clusters;
  const cluster = [...uncovered, ...unknown].find(({ members }) => members.includes(r));
  if (cluster === undefined) throw coverageError("gap_unknown", { value: ref, minutes: question.minutes });
  const [told] = await gapClusterAnswers(db, area, question, answer, [cluster]);
  return {
    cluster: told,
    members: cluster.members.map((member, i) =>
      memberAnswer(area, question, answer.limitMm, member, cluster.memberWhy[i]),
    ),
    lines: gapLines(area, question, cluster.heart, told),
    pins: pinsOf(area, area.walker(question.profile), question.at),
  };
}

function memberAnswer(
  area: OpenArea,
  question: CoverageQuestion,
  limitMm: number,
  r: number,
  why: GapMember["why"],
): GapMember {
  const { residences, communities } = area.content;
  const community = residences.community[r];
  const known = (figure: number) => (figure < 0 ? null : figure);
  return {
    ref: residences.ref[r],
    position: pair(positionOf(area, r)),
    community: community < 0 ? null : communities[community].name,
    households: known(residences.households[r]),
    residents: known(residences.residents[r]),
    estimated: residences.estimated[r] !== 0,
    why,
    nearest: nearestTo(area, question, r, limitMm),
  };
}
