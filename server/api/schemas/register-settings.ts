/** Parameters of packs as a district sets them, and going back in the register. @module */
import { type Static, Type } from "typebox";
import { asked, Words } from "./common.ts";
import { Office } from "./register.ts";

const Text = Type.Union([Type.String(), Type.Null()]);
const Number_ = Type.Union([Type.Number(), Type.Null()]);
const Value = Type.Union([Type.Number(), Type.String(), Type.Null()]);

export const SettingList = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Words,
      clause: Text,
      default: Type.Union([Type.Number(), Type.String(), Type.Null()], {
        description: "what the pack has; null: nothing, so that what hangs on it is told and not judged",
      }),
      suggested: Type.Union([Words, Type.Null()], {
        description: "where the value is taken from, if not the document",
      }),
      minimum: Number_,
      maximum: Number_,
      choices: Type.Array(Type.Object({ id: Type.String(), name: Words })),
      uses: Type.Integer({ description: "requirements and subsidies that hang on it" }),
      value: Type.Union([Type.Number(), Type.String(), Type.Null()], {
        description: "what the district has set; null: nothing",
      }),
      usable: Type.Boolean({
        description: "false: what the district has set is out of the range, and the pack's own value is used",
      }),
      office: Text,
      setAt: Text,
      version: Type.Union([Type.Integer(), Type.Null()], { description: "version of the register that set it" }),
    }),
  ),
});
export type SettingList = Static<typeof SettingList>;

export const SettingsBody = asked({
  office: Type.String({
    minLength: 1,
    maxLength: 100,
    pattern: "\\S",
    description: "the body that sets it, never a person",
  }),
  settings: Type.Array(asked({ parameter: Type.String(), value: Value }), { minItems: 1, maxItems: 50 }),
});

export const RestoreRegisterBody = asked({
  restore: Type.Integer({
    minimum: 1,
    maximum: 2 ** 31 - 1,
    description: "version of the register that is to count again",
  }),
  office: Office,
});
export type SettingsBody = Static<typeof SettingsBody>;
export type RestoreRegisterBody = Static<typeof RestoreRegisterBody>;
