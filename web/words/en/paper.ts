/** Words of the sheets of the page of standards, in English. @module */
import type { Shape } from "../shape.ts";
import type { zhPaper } from "../zh/paper.ts";

export const enPaper: Shape<typeof zhPaper> = {
  paper: {
    title: "Standards to print",
    back: "Back to standards",
    size: "Paper",
    sizes: { a4: "A4", a3: "A3" },
    hint: "Choose “Save as PDF” in the print dialog to keep a file.",
    asOf: "As of {{day}}",
    matrixTitle: "{{place}}: {{group}}, communities by items",
    cellHint: "In a cell: requirements met of those asked. Unknown is not counted as failing.",
    communityTitle: "{{name}}: what is lacking",
    reportTitle: {
      week: "{{place}}: weekly report ({{from}} to {{to}})",
      month: "{{place}}: monthly report ({{from}} to {{to}})",
    },
    lateCount: "Units",
    lateUnits: "Not done by",
    each: "{{short}} each",
    noneAccepted: { week: "Nothing was inspected this week.", month: "Nothing was inspected this month." },
    summary: "Overall",
    cells: "{{communities}} communities, {{of}} items asked: {{pass}} met, {{fail}} not met, {{unknown}} unknown.",
    lateSum: "{{open}} late and not done, {{fresh}} of them due in this period.",
    acceptedSum: "{{n}} acceptances in this period.",
    moneySum: "{{cny}} CNY owed; {{n}} payments wait for facts and are not counted.",
    coming: { week: "Milestones of the week to come", month: "Milestones of the month to come" },
    acceptedIn: { week: "Accepted this week ({{n}})", month: "Accepted this month ({{n}})" },
    sign: { made: "Office (stamp)", checked: "Checked (signature)", date: "Date" },
  },
};
