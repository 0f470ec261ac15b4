/** Areas and what they hold. @module */
import { type Static, Type } from "typebox";
import { asked, BBox, Cursor, Estimates, PageSize, Position, pageOf, Words } from "./common.ts";
import { ReleasePeople } from "./people.ts";

export const Counts = Type.Object({
  streetsKm: Type.Number(),
  junctions: Type.Integer(),
  facilities: Type.Integer(),
  residences: Type.Integer(),
  households: Type.Integer(),
  residents: Type.Integer(),
  communities: Type.Integer(),
  subdistricts: Type.Integer(),
});

export const Dataset = Type.Object({
  kind: Type.String({
    description: "streets, facilities, residences, communities or boundary, from OSM or from a file",
  }),
  version: Type.Integer(),
  file: Type.String(),
  crs: Type.String(),
  importedAt: Type.String({ format: "date-time" }),
  taken: Type.Integer(),
  refused: Type.Integer(),
});

export const Area = Type.Object({
  id: Type.String(),
  name: Type.String(),
  demo: Type.Boolean({ description: "invented data: say so wherever it is shown" }),
  release: Type.Integer(),
  releasedAt: Type.String({ format: "date-time" }),
  bbox: BBox,
  counts: Counts,
  peopleEstimated: Type.Boolean({ description: "true where households and residents are estimates" }),
  people: Type.Union([ReleasePeople, Type.Null()], { description: "null in releases older than this figure" }),
  attribution: Type.String({ description: "to be shown wherever the map is drawn" }),
  datasets: Type.Array(Dataset),
});
export type Area = Static<typeof Area>;
export const AreaList = Type.Object({ items: Type.Array(Area) });

export const Category = Type.Object({
  code: Type.String(),
  name: Words,
  group: Type.String(),
  count: Type.Integer({ description: "facilities of this category in the area" }),
});
export type Category = Static<typeof Category>;
export const CategoryList = Type.Object({ items: Type.Array(Category) });

export const Profile = Type.Object({
  id: Type.String(),
  name: Words,
  speedMmPerSecond: Type.Integer(),
  avoidsSteps: Type.Boolean(),
});
export type Profile = Static<typeof Profile>;
export const ProfileList = Type.Object({ items: Type.Array(Profile) });

export const FacilitiesQuery = asked({
  category: Type.Optional(Type.String()),
  bbox: Type.Optional(Type.String({ description: "west,south,east,north in degrees" })),
  limit: PageSize,
  cursor: Cursor,
});
export const ResidencesQuery = asked({
  bbox: Type.Optional(Type.String({ description: "west,south,east,north in degrees" })),
  limit: PageSize,
  cursor: Cursor,
});

export const Facility = Type.Object({
  ref: Type.String(),
  name: Type.Union([Type.String(), Type.Null()]),
  category: Type.String(),
  position: Position,
  original: Type.Object({ x: Type.Number(), y: Type.Number(), crs: Type.String() }),
  source: Type.Union([Type.Literal("osm"), Type.Literal("file")]),
  address: Type.Union([Type.String(), Type.Null()]),
  phone: Type.Union([Type.String(), Type.Null()]),
  openingHours: Type.Union([Type.String(), Type.Null()]),
  capacity: Type.Union([Type.Integer(), Type.Null()], { description: "people served at once; null where nobody said" }),
  openedOn: Type.Union([Type.String(), Type.Null()], { description: "ISO day; null where nobody said" }),
  closedOn: Type.Union([Type.String(), Type.Null()], { description: "its last day" }),
  positionSource: Type.Union([Type.String(), Type.Null()], { description: "surveyed, gps, map or geocoded" }),
  positionAccuracyM: Type.Union([Type.Number(), Type.Null()], { description: "as the file states it" }),
  community: Type.Union([Type.String(), Type.Null()]),
});
export type Facility = Static<typeof Facility>;
export const FacilityPage = pageOf(Facility);

export const PeopleSource = Type.Union(
  [
    Type.Literal("given"),
    Type.Literal("footprint"),
    Type.Literal("raster"),
    Type.Literal("cells"),
    Type.Null({ description: "residents unknown" }),
  ],
  {
    description:
      "whence the residents are: given by the file, estimated from floor area, or a share of a population raster or of a table of cells",
  },
);

export const Residence = Type.Object({
  ref: Type.String(),
  name: Type.Union([Type.String(), Type.Null()]),
  kind: Type.Union([Type.Literal("building"), Type.Literal("compound")]),
  position: Position,
  households: Type.Union([Type.Integer(), Type.Null()]),
  residents: Type.Union([Type.Integer(), Type.Null()]),
  ages: Type.Union([Type.Record(Type.String(), Type.Integer()), Type.Null()], {
    description: "age group → residents; groups overlap; null where no group is known",
  }),
  estimated: Type.Boolean({ description: "some figure of people is an estimate" }),
  estimates: Estimates,
  peopleSource: PeopleSource,
  source: Type.Union([Type.Literal("osm"), Type.Literal("file")]),
  community: Type.Union([Type.String(), Type.Null()]),
});
export type Residence = Static<typeof Residence>;
export const ResidencePage = pageOf(Residence);

export const Community = Type.Object({
  ref: Type.String(),
  name: Type.String(),
  level: Type.Union([Type.Literal("subdistrict"), Type.Literal("community")]),
  parent: Type.Union([Type.String(), Type.Null()], { description: "ref of the subdistrict" }),
  bbox: BBox,
});
export type Community = Static<typeof Community>;
export const CommunityList = Type.Object({ items: Type.Array(Community) });
