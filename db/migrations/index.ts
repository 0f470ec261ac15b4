/** Every change of the schema, in order. Names are never changed and files never edited once released: add the next. @module */
import type { Migration } from "kysely/migration";
import { up as areas } from "./001-areas.ts";
import { up as places } from "./002-places.ts";
import { up as releasePlaces } from "./003-release-places.ts";
import { up as precedence } from "./004-precedence.ts";
import { up as entrances } from "./005-entrances.ts";
import { up as people } from "./006-people.ts";
import { up as facilityService } from "./007-facility-service.ts";
import { up as scenarios } from "./008-scenarios.ts";
import { up as runs } from "./009-runs.ts";
import { up as facilityRegister } from "./010-facility-register.ts";
import { up as versions } from "./011-versions.ts";
import { up as runLengths } from "./012-run-lengths.ts";
import { up as standardsRegister } from "./013-standards-register.ts";
import { up as beyondBoundary } from "./014-beyond-boundary.ts";
import { up as standardsSettings } from "./015-standards-settings.ts";
import { up as flatsCounted } from "./016-flats-counted.ts";

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "001-areas": { up: areas },
  "002-places": { up: places },
  "003-release-places": { up: releasePlaces },
  "004-precedence": { up: precedence },
  "005-entrances": { up: entrances },
  "006-people": { up: people },
  "007-facility-service": { up: facilityService },
  "008-scenarios": { up: scenarios },
  "009-runs": { up: runs },
  "010-facility-register": { up: facilityRegister },
  "011-versions": { up: versions },
  "012-run-lengths": { up: runLengths },
  "013-standards-register": { up: standardsRegister },
  "014-beyond-boundary": { up: beyondBoundary },
  "015-standards-settings": { up: standardsSettings },
  "016-flats-counted": { up: flatsCounted },
};
