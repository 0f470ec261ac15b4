/** Tables of the standards' register as Kysely types; what columns mean stands in `db/migrations/013-standards-register.ts` and `015-standards-settings.ts`. @module */
import type { ColumnType, GeneratedAlways } from "kysely";
import type { FactForm, KeptValue } from "../../standards/facts/kept-fact.ts";

type Time = ColumnType<string, string | undefined, never>;

/** What a version did: lists of units, tables of facts and of prices taken, one fact changed, waivers, names decided, parameters set, an earlier version taken up again. */
export type RegisterAction = "units" | "facts" | "prices" | "change" | "waiver" | "name" | "setting" | "restore";

export interface RegisterVersionTable {
  area_id: string;
  number: number;
  made_at: Time;
  office: string | null;
  action: RegisterAction;
  pack: string | null;
  file: string | null;
  file_sha256: string | null;
  changed: number;
  restored: number | null;
}

interface Versioned {
  id: GeneratedAlways<number>;
  area_id: string;
  from_version: number;
  until_version: number | null;
}

export interface RegisterFactTable extends Versioned {
  unit: string;
  kind: string;
  place: string;
  form: FactForm;
  fact: string;
  since: string;
  value: ColumnType<KeptValue, string, never>;
}

export interface RegisterWaiverTable extends Versioned {
  pack: string;
  unit: string;
  requirement: string;
  reason: string;
  office: string;
  valid_from: string;
  valid_until: string | null;
}

export interface RegisterAliasTable extends Versioned {
  street: string;
  written: string;
  unit: string | null;
  office: string | null;
}

export interface RegisterSettingTable extends Versioned {
  pack: string;
  parameter: string;
  value: ColumnType<number | string, string, never>;
  office: string;
}

export interface RegisterNameTable {
  area_id: string;
  street: string;
  written: string;
  file: string;
  row: number;
  asked_at: Time;
}
