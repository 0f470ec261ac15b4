/** Words of what is said of scenarios, in Chinese. @module */
export const zhScenario = {
  scenario: {
    change: "看改动",
    shown: "方案：{{name}}（第 {{revision}} 稿）",
    stale: "有 {{n}} 项改动在当前数据中不再适用，未计入。",
    back: "返回现状",
  },
};
