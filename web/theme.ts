/** A quiet Ant Design: one deep teal accent, greys for the rest. @module */
import type { ThemeConfig } from "antd";

export const theme: ThemeConfig = {
  token: {
    colorPrimary: "#0b5c5e",
    colorLink: "#0b5c5e",
    colorInfo: "#0b5c5e",
    colorError: "#b3261e",
    colorWarning: "#a65f00",
    colorWarningBg: "#fff8e8",
    colorWarningBorder: "#ecd08f",
    colorText: "#1d2729",
    colorTextSecondary: "#566164",
    colorTextDescription: "#566164",
    colorTextPlaceholder: "#6b7577",
    colorBorder: "#c9d0cf",
    colorBorderSecondary: "#e3e7e5",
    borderRadius: 4,
    fontSize: 14,
    fontSizeSM: 12,
    fontFamily:
      '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "WenQuanYi Micro Hei", system-ui, sans-serif',
    motionDurationFast: "0.08s",
    motionDurationMid: "0.12s",
    motionDurationSlow: "0.18s",
    controlItemBgActive: "#e4f0ee",
    controlItemBgActiveHover: "#d8e9e6",
    motion: !window.matchMedia("(prefers-reduced-motion: reduce)").matches,
  },
  components: { Select: { optionSelectedBg: "#e4f0ee", optionActiveBg: "#f1f4f3" } },
};
