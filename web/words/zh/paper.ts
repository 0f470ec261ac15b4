/** Words of the sheets of the page of standards, in Chinese. @module */
export const zhPaper = {
  paper: {
    title: "打印标准",
    back: "返回标准",
    size: "纸张",
    sizes: { a4: "A4", a3: "A3" },
    hint: "在打印窗口里选“另存为 PDF”可存成文件。",
    asOf: "截至 {{day}}",
    matrixTitle: "{{place}}{{group}}达标矩阵",
    cellHint: "格内数字为达标要求数 / 应达要求数；未知不计为未达标。",
    communityTitle: "{{name}} 缺什么、补什么",
    reportTitle: {
      week: "{{place}}便民服务工作周报（{{from}} 至 {{to}}）",
      month: "{{place}}便民服务工作月报（{{from}} 至 {{to}}）",
    },
    summary: "总体情况",
    cells: "{{communities}} 个社区，应达 {{of}} 项：达标 {{pass}} 项，未达标 {{fail}} 项，未知 {{unknown}} 项。",
    lateSum: "滞后未完成 {{open}} 条，其中本期到期 {{fresh}} 条。",
    acceptedSum: "本期验收 {{n}} 次。",
    moneySum: "应拨付 {{cny}} 元；{{n}} 笔待核实，未计入。",
    coming: { week: "下周到期的节点", month: "下月到期的节点" },
    acceptedIn: { week: "本周验收（{{n}} 次）", month: "本月验收（{{n}} 次）" },
    sign: { made: "填报单位（盖章）", checked: "审核（签字）", date: "日期" },
  },
};
