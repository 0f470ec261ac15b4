/** Words of the sheets of the page of standards, in Chinese. @module */
export const zhPaper = {
  paper: {
    title: "打印标准",
    back: "返回标准",
    size: "纸张",
    sizes: { a4: "A4", a3: "A3" },
    hint: "在打印窗口里选“另存为 PDF”可存成文件。",
    asOf: "截至 {{day}}",
    matrixTitle: "{{place}} {{group}}达标矩阵",
    cellHint: "格内数字为达标要求数 / 应达要求数；未知不计为未达标。",
  },
};
