/** What became of the people of a release, in words: where they come from, and whom no home could take. @module */
import type { Words } from "../base/errors.ts";
import { type EstimatedSource, SOURCE_NOTES } from "../import/people-notes.ts";
import type { ReleasePeople } from "../store/database.ts";

export function peopleNotes(people: ReleasePeople): Words[] {
  const estimated = (["footprint", "raster", "cells"] satisfies EstimatedSource[]).filter(
    (source) => people[source].residences > 0,
  );
  const notes = estimated.map((source): Words => {
    const { residences, residents } = people[source];
    const { zh, en } = SOURCE_NOTES[source];
    return { zh: `${zh}：${residences} 处，${residents} 人`, en: `${en}: ${residences} homes, ${residents} people` };
  });
  if (people.unknown.residences > 0) {
    const { residences, households } = people.unknown;
    notes.push({
      zh: `${residences} 处居住地（${households} 户）没有人数，不计入任何人数合计`,
      en: `${residences} residences (${households} households) have no number of residents and are in no sum of people`,
    });
  }
  return people.sharing === null ? notes : [...notes, ...sharingNotes(people.sharing)];
}

function sharingNotes(report: NonNullable<ReleasePeople["sharing"]>): Words[] {
  const { people, shared, given, aboveCell, leftOver, withoutHomes } = report.residents;
  const lines: [count: number, note: Words][] = [
    [
      report.cells,
      {
        zh: `人口文件共 ${people} 人：分摊 ${shared} 人到 ${report.homesShared} 处，${report.homesGiven} 处用自报的 ${given} 人`,
        en: `The population file holds ${people} people: ${shared} were shared over ${report.homesShared} homes, ${report.homesGiven} homes keep the ${given} that they state`,
      },
    ],
    [
      report.cellsWithoutHomes,
      {
        zh: `${report.cellsWithoutHomes} 个单元没有住宅，其中 ${withoutHomes} 人未能落位`,
        en: `${report.cellsWithoutHomes} cells have no home: ${withoutHomes} people could not be placed`,
      },
    ],
    [
      report.cellsLeftOver,
      {
        zh: `${report.cellsLeftOver} 个单元的住宅都有自报人数，其余 ${leftOver} 人未分摊`,
        en: `In ${report.cellsLeftOver} cells every home states its people: ${leftOver} more were not shared`,
      },
    ],
    [
      report.cellsAbove,
      {
        zh: `${report.cellsAbove} 个单元的自报人数超出单元人数，共多 ${aboveCell} 人，以自报为准`,
        en: `In ${report.cellsAbove} cells homes state more people than the cell has, ${aboveCell} in all; their figures stand`,
      },
    ],
    [
      report.homesOutside,
      {
        zh: `${report.homesOutside} 处居住地不在任何有数的单元内，沿用原有人数`,
        en: `${report.homesOutside} residences lie in no cell with a figure and keep what they had`,
      },
    ],
    [
      report.homesBeyond,
      {
        zh: `边界外的 ${report.homesBeyond} 处居住地分得 ${report.residentsBeyond} 人，不计入本区`,
        en: `${report.homesBeyond} homes beyond the boundary took ${report.residentsBeyond} people, who are not of the area`,
      },
    ],
    [
      report.homesUnweighed,
      {
        zh: `${report.homesUnweighed} 处居住地没有面积和户数，按单元内平均分摊`,
        en: `${report.homesUnweighed} residences have neither floor area nor households and took an average share`,
      },
    ],
    [
      report.groupsSetAside,
      {
        zh: `${report.groupsSetAside} 个自报的年龄段人数多于分摊到的总人数，未采用`,
        en: `${report.groupsSetAside} age groups that homes state are larger than their share of residents and are not used`,
      },
    ],
  ];
  return lines.flatMap(([count, note]) => (count > 0 ? [note] : []));
}
