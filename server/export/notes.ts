/** What a file says of itself: what was asked, of which data, what the words mean, whom to credit. @module */

import { attributionOf } from "../analysis/attribution.ts";
import { coverageBy } from "../analysis/coverage.ts";
import { dayInChina } from "../base/day.ts";
import type { Words } from "../base/errors.ts";
import { MM_PER_M } from "../base/units.ts";
import type { DatasetKind } from "../import/prepared.ts";
import { LEVEL_WORDS } from "./levels.ts";
import { categoryName, type ExportOrder } from "./order.ts";
import type { ExportTable } from "./table.ts";

/** A heading has no text. */
export type Note = readonly [head: string, text: string | null];

const SHA_SHOWN = 12;
const DATASETS: Readonly<Record<DatasetKind, Words>> = {
  streets: { zh: "道路", en: "streets" },
  facilities_osm: { zh: "设施（OSM）", en: "facilities (OSM)" },
  facilities_file: { zh: "设施（表）", en: "facilities (table)" },
  residences_osm: { zh: "居住地（OSM）", en: "residences (OSM)" },
  residences_file: { zh: "居住地（表）", en: "residences (table)" },
  communities_osm: { zh: "社区（OSM）", en: "communities (OSM)" },
  communities_file: { zh: "社区（文件）", en: "communities (file)" },
  boundary_osm: { zh: "边界（OSM）", en: "boundary (OSM)" },
  boundary_file: { zh: "边界（文件）", en: "boundary (file)" },
  population_file: { zh: "人口（文件）", en: "population (file)" },
};

const MEANINGS: readonly (readonly [Words, Words])[] = [
  [
    { zh: "覆盖", en: "covered" },
    {
      zh: "从居住地（有出入口资料的，从最合适的出入口）沿可步行道路走到最近的该类设施，时间不超过时限。恰好等于时限算覆盖。按路网计算，不按直线距离，也不按多边形落位。",
      en: "the walk from the residence (from its best gate where gates are known) along walkable streets to the nearest facility of the category takes no longer than the limit. Exactly the limit is covered. Judged by routed walks, never by straight lines or polygons.",
    },
  ],
  [
    { zh: "未覆盖", en: "uncovered" },
    {
      zh: "能算出步行路线但超过时限，或者确知走不到。",
      en: "a walk is known and longer than the limit, or it is known that none exists.",
    },
  ],
  [
    { zh: "未知", en: "unknown" },
    {
      zh: "数据不足以判断：居住地 200 米内没有可步行道路、所在路网与其他道路不相连、已知出入口都关闭、时限内可能有的设施附近没有可步行道路或开放时间不明。未知不等于未覆盖，单独计数。",
      en: "the data cannot tell: no walkable street within 200 m of the residence, an island of the network, every known gate closed, a facility that may be within the limit without a walkable street or of unknown hours. Unknown is not uncovered and is counted apart.",
    },
  ],
  [
    { zh: "合计", en: "total" },
    {
      zh: "合计 = 已覆盖 + 未覆盖 + 未知，每一级都成立。没有人口数的居住地只计处数，不计入人口和户数。",
      en: "total = covered + uncovered + unknown, at every level. Residences without a figure of people are counted as residences and in no sum of people.",
    },
  ],
  [
    { zh: "覆盖率", en: "share" },
    {
      zh: "已覆盖 ÷（已覆盖 + 未覆盖），未知不进分母。100.0% 只在全部覆盖时出现。",
      en: "covered ÷ (covered + uncovered); unknown is left out. 100.0% is written only where all are covered.",
    },
  ],
  [
    { zh: "步行时间", en: "walking time" },
    {
      zh: "起点到道路 + 沿道路 + 道路到设施，按步行人群的速度折算。分钟保留一位小数，舍入时不会越过时限：略超 15 分钟写作 15.1，不写作 15.0。",
      en: "from the place to the street, along streets, and from the street to the facility, at the walker's speed. Minutes carry one decimal and are never rounded across the limit: a little over 15 is written 15.1.",
    },
  ],
  [
    { zh: "平均步行", en: "mean walk" },
    {
      zh: "按人口加权，只算能走到的居住地，时限外的也计入。",
      en: "weighted by residents, over residences with a known walk, those beyond the limit included.",
    },
  ],
  [
    { zh: "缺口", en: "gap" },
    {
      zh: "相邻的未覆盖（或未知）居住地归为一片，由人口最多的一处代表；每处只在一片中，各片之和等于全区。",
      en: "uncovered (or unknown) residences side by side make one cluster, called by the one with most people; each is in one cluster, and the clusters add up to the whole.",
    },
  ],
  [
    { zh: "只靠此处", en: "no other one" },
    {
      zh: "时限内已知只走得到这一处设施；它若关闭，这些人就不再被覆盖，或无从确认是否被覆盖。",
      en: "within the limit they are known to reach this facility alone: were it to close, they would be uncovered, or it would be unknown.",
    },
  ],
  [
    { zh: "边界", en: "borders" },
    {
      zh: "街道和社区的边界不切断步行：界外的设施同样算数。",
      en: "borders of units cut nothing: a facility across the border counts.",
    },
  ],
  [
    { zh: "局限", en: "limits" },
    {
      zh: "结果取决于数据的完整程度：没有收录的小路、出入口或设施不会被算到；不含等候红灯、坡度和天气的影响。",
      en: "the result is as complete as its data: paths, gates and facilities that nobody recorded are not counted; waiting at lights, slopes and weather are not in it.",
    },
  ],
];

export function titleOf({ release, questions, language }: ExportOrder): string {
  const minutes = [...new Set(questions.map((question) => question.minutes))].join(" / ");
  return {
    zh: `${release.name} ${minutes} 分钟步行覆盖`,
    en: `${release.name}: coverage within ${minutes} minutes on foot`,
  }[language];
}

/** Day of the release: the date of the data, not of the printing. */
export function dayOf({ release }: ExportOrder): string {
  return dayInChina(release.releasedAt);
}

export function notesOf(order: ExportOrder, tables: readonly ExportTable[]): Note[] {
  const { area, release, scenario, questions, language } = order;
  const say = (zh: string, en: string) => ({ zh, en })[language];
  const { pins } = coverageBy(area, questions[0], "area");
  const categories = new Set(questions.map(({ category }) => category));
  const walkers = new Map(questions.map(({ profile, minutes }) => [`${profile} ${minutes}`, { profile, minutes }]));
  return [
    [titleOf(order), null],
    ...(release.demo
      ? [
          [
            say("演示数据", "demo data"),
            say("本区域为虚构，数字不可用于决策。", "this area is invented: no figure may be acted upon."),
          ] as const,
        ]
      : []),
    [say("区域", "area"), `${release.name} (${release.areaId})`],
    [
      say("类别", "categories"),
      Array.from(categories, (category) => categoryName(order, category)).join(say("、", ", ")),
    ],
    ...Array.from(walkers.values(), ({ profile: id, minutes }): Note => {
      const { name, speedMmPerSecond } = area.walker(id).profile;
      const metres = (minutes * 60 * speedMmPerSecond) / MM_PER_M;
      return [
        say("步行人群与时限", "walker and limit"),
        say(
          `${name.zh}，每秒 ${speedMmPerSecond / MM_PER_M} 米，${minutes} 分钟，即 ${metres} 米，含`,
          `${name.en}, ${speedMmPerSecond / MM_PER_M} m/s, ${minutes} min, that is ${metres} m, inclusive`,
        ),
      ];
    }),
    ...(questions[0].at === undefined ? [] : [[say("时刻", "moment"), questions[0].at] as const]),
    ...(scenario
      ? [
          [
            say("方案", "scenario"),
            say(
              `${scenario.name}（编号 ${scenario.id}，第 ${scenario.revision} 次修订）：假设，不是现状`,
              `${scenario.name} (number ${scenario.id}, revision ${scenario.revision}): a what-if, not what is there`,
            ),
          ] as const,
        ]
      : []),
    ...(release.peopleEstimated
      ? [
          [
            say("估算", "estimates"),
            say(
              "部分户数和人口为估算，见“估算”各列。",
              "some households and residents are estimates: see the columns on estimates.",
            ),
          ] as const,
        ]
      : []),
    [say("各表", "sheets"), null],
    ...tables.map(
      (table): Note => [
        LEVEL_WORDS[table.level].sheet[language],
        `${LEVEL_WORDS[table.level].row[language]}${say("，共 ", ", ")}${table.count}${say(" 行", " rows")}`,
      ],
    ),
    [say("含义", "meanings"), null],
    ...MEANINGS.map(([word, meaning]): Note => [word[language], meaning[language]]),
    [say("数据与版本", "data and versions"), null],
    [say("数据日期", "date of the data"), dayOf(order)],
    [say("版本", "release"), String(pins.release)],
    [say("算法", "algorithm"), pins.algorithm],
    ...release.datasets.map(
      ({ kind, version, file, crs, importedAt, taken, refused, sha256 }): Note => [
        DATASETS[kind][language],
        say(
          `第 ${version} 版，${file}（${crs}），${dayInChina(importedAt)} 导入，采用 ${taken} 条，未采用 ${refused} 条，SHA-256 ${sha256.slice(0, SHA_SHOWN)}`,
          `version ${version}, ${file} (${crs}), imported ${dayInChina(importedAt)}, ${taken} taken, ${refused} refused, SHA-256 ${sha256.slice(0, SHA_SHOWN)}`,
        ),
      ],
    ),
    [say("来源", "source"), attributionOf(release.demo)],
  ];
}
