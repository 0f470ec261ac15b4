/** Every change of the schema, in order. Names are never changed and files never edited once released: add the next. @module */
import type { Migration } from "kysely/migration";
import * as areas from "./001-areas.ts";
import * as places from "./002-places.ts";
import * as releasePlaces from "./003-release-places.ts";
import * as precedence from "./004-precedence.ts";

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "001-areas": areas,
  "002-places": places,
  "003-release-places": releasePlaces,
  "004-precedence": precedence,
};
