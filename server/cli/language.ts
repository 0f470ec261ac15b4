/** The language of messages: CIRCLE_LANG where it is set, else that of the terminal; one set to nothing is not set (POSIX). @module */

export function speaks(env: Readonly<Record<string, string | undefined>> = process.env): "zh" | "en" {
  const wanted = env.CIRCLE_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return wanted.toLowerCase().startsWith("zh") ? "zh" : "en";
}
