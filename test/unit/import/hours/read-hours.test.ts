import { afterEach, describe, expect, it } from "vitest";
import { readMoment } from "../../../../server/import/hours/moment.ts";
import { readHours } from "../../../../server/import/hours/read-hours.ts";

const ask = (text: string, at: string) => {
  const hours = readHours(text);
  const moment = readMoment(at);
  if (hours === null || moment === null) throw new Error(`${text} or ${at} was not read`);
  return hours.at(moment);
};

describe("a moment", () => {
  it.each([
    ["Mo 22:00", { day: "Mo", minute: 1320 }],
    ["Su 00:00", { day: "Su", minute: 0 }],
    ["PH 23:59", { day: "PH", minute: 1439 }],
  ])("is read from %s", (text, moment) => expect(readMoment(text)).toEqual(moment));

  it.each([
    "22:00",
    "Mo 25:00",
    "Mo 24:00",
    "Mo 22:60",
    "mo 22:00",
    "Mo  22:00",
    "Mo22:00",
    "Mo 9:00",
    "周一 22:00",
    "Mo",
    "",
    " Mo 22:00",
  ])("is not read from “%s”", (text) => expect(readMoment(text)).toBeNull());
});

it.each([
  // Worked out by hand: hours, moment, state.
  ["08:00-22:00", "We 08:00", "open"],
  ["08:00-22:00", "We 07:59", "closed"],
  ["08:00-22:00", "We 21:59", "open"],
  ["08:00-22:00", "We 22:00", "closed"],
  ["24/7", "Su 03:00", "open"],
  ["24小时", "PH 03:00", "open"],
  ["00:00-24:00", "Mo 00:00", "open"],
  ["22:00-02:00", "Mo 01:59", "open"],
  ["22:00-02:00", "Mo 02:00", "closed"],
  ["Fr 22:00-02:00", "Sa 01:00", "open"],
  ["Fr 22:00-02:00", "Fr 01:00", "closed"],
  ["Su 22:00-02:00", "Mo 01:00", "open"],
  ["Fr 18:00-02:00, Sa 10:00-02:00", "Sa 01:00", "open"],
  ["周五 18:00-02:00 周六 10:00-02:00", "Sa 01:00", "open"],
  ["Mo-Fr 08:00-12:00,14:00-18:00", "Tu 13:00", "closed"],
  ["Mo-Fr 08:00-12:00,14:00-18:00", "Tu 15:00", "open"],
  ["Mo-Fr 08:00-12:00,14:00-18:00", "Sa 15:00", "closed"],
  ["08:00-12:00;14:00-18:00", "Tu 09:00", "open"],
  ["Mo-Fr 08:00-17:00; PH off", "We 10:00", "open"],
  ["Mo-Fr 08:00-17:00; PH off", "PH 10:00", "closed"],
  ["Mo-Su 08:00-17:00; PH 10:00-12:00", "PH 11:00", "open"],
  ["Mo-Su 08:00-17:00; PH 10:00-12:00", "PH 09:00", "closed"],
  // Whether the holiday is a working day nobody can say.
  ["Mo-Fr 08:00-17:00", "PH 10:00", "unknown"],
  ["Mo-Fr 08:00-17:00", "PH 20:00", "closed"],
  ["08:00-21:00", "PH 10:00", "open"],
  ["off", "Mo 10:00", "closed"],
  // A year of seasons: the same where they agree.
  ["Apr-Sep 08:00-20:00; Oct-Mar 09:00-18:00", "Mo 10:00", "open"],
  ["Apr-Sep 08:00-20:00; Oct-Mar 09:00-18:00", "Mo 19:00", "unknown"],
  ["Apr-Sep 08:00-20:00; Oct-Mar 09:00-18:00", "Mo 22:00", "closed"],
  ["May-Aug 08:00-20:00", "Mo 10:00", "unknown"],
  ["Jan-Dec 08:00-20:00", "Mo 10:00", "open"],
  // One day of the year is no season.
  ["Mo-Su 09:00-17:00; Dec 25 off", "Fr 10:00", "open"],
  ["Mo[1] 09:00-12:00", "Mo 10:00", "unknown"],
  ["week 1-53/2 Mo 08:00-10:00", "Mo 09:00", "unknown"],
  ["2026 Mo-Fr 08:00-17:00", "Mo 09:00", "unknown"],
  ["sunrise-sunset", "Mo 12:00", "unknown"],
  ["Mo-Fr 08:00-17:00; SH off", "Mo 09:00", "unknown"],
  ["08:00+", "Mo 12:00", "unknown"],
  ['"by appointment"', "Mo 12:00", "unknown"],
  ['08:00-18:00 || "by appointment"', "Mo 20:00", "unknown"],
  ["8-21", "Mo 12:00", "open"],
] as const)("%s at %s: %s", (hours, at, state) => expect(ask(hours, at)).toBe(state));

it.each([
  "rubbish",
  "",
  "周一至周五",
  "Mo-Fr",
  "电话预约",
  "08:00-20:00 Mo-Sa off",
  "0830-2100",
  "99:00-100:00",
  "约早八点",
])("does not read “%s”", (text) => expect(readHours(text)).toBeNull());

describe("wherever the machine stands", () => {
  const before = process.env.TZ;
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it("every hour of the week is told the same", () => {
    const week = () =>
      ["Mo", "Sa", "Su", "PH"].flatMap((day) =>
        Array.from({ length: 24 }, (_, hour) =>
          ask("Mo-Fr 01:00-03:00,08:00-21:00; Sa 22:00-04:00; PH off", `${day} ${String(hour).padStart(2, "0")}:30`),
        ),
      );
    process.env.TZ = "Asia/Shanghai";
    const there = week();
    expect(new Set(there)).toEqual(new Set(["open", "closed"]));
    for (const zone of ["UTC", "America/New_York", "Europe/Malta", "Australia/Lord_Howe", "America/Sao_Paulo"]) {
      process.env.TZ = zone;
      expect(week()).toEqual(there);
    }
  });
});
