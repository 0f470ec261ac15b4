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
  },
};
