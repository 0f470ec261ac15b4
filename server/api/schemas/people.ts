/** Where the people of a release come from, and how a population file was shared out over its homes. @module */
import { Type } from "typebox";

const OfSource = Type.Object({ residences: Type.Integer(), residents: Type.Integer() });

const Balance = Type.Object(
  {
    people: Type.Integer({ description: "all people of the cells" }),
    shared: Type.Integer({ description: "handed out" }),
    given: Type.Integer({ description: "of homes that keep figures of their own" }),
    aboveCell: Type.Integer({ description: "by which such homes exceed their cell" }),
    leftOver: Type.Integer({ description: "in cells where no home may take them" }),
    withoutHomes: Type.Integer({ description: "in cells without homes" }),
  },
  { description: "people = shared + given − aboveCell + leftOver + withoutHomes" },
);

const Sharing = Type.Object({
  source: Type.Union([Type.Literal("raster"), Type.Literal("cells")]),
  cells: Type.Integer(),
  cellsWithoutHomes: Type.Integer(),
  cellsLeftOver: Type.Integer(),
  cellsAbove: Type.Integer(),
  homesShared: Type.Integer(),
  homesGiven: Type.Integer(),
  homesOutside: Type.Integer(),
  homesBeyond: Type.Optional(
    Type.Integer({ description: "homes beyond the boundary that took a share; absent in older releases" }),
  ),
  residentsBeyond: Type.Optional(
    Type.Integer({ description: "of the shared, those whom they took: not of the area; absent in older releases" }),
  ),
  homesUnweighed: Type.Integer(),
  groupsSetAside: Type.Integer(),
  residents: Balance,
  ages: Type.Record(Type.String(), Balance, { description: "age group → balance" }),
});

export const ReleasePeople = Type.Object({
  given: OfSource,
  footprint: OfSource,
  raster: OfSource,
  cells: OfSource,
  unknown: Type.Object(
    { residences: Type.Integer(), households: Type.Integer() },
    { description: "residences without residents, which are in no sum of people" },
  ),
  sharing: Type.Union([Sharing, Type.Null()], { description: "null where there is no population file" }),
});
