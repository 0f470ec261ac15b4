/** The `circle` command in the process of the test: the same code, without a process's start to wait for. @module */
import { circle as run } from "../../server/cli/circle.ts";
import type { Ended } from "./circle.ts";

let last: Promise<unknown> = Promise.resolve();

/** One at a time, since surroundings and streams are the process's own. @param env as a process of its own would be given it */
export function circleHere(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  const ended = last.then(() => runHere(args, env));
  last = ended.catch(() => {});
  return ended;
}

async function runHere(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  const { env: surroundings } = process;
  const [out, err] = [hold(process.stdout), hold(process.stderr)];
  process.env = { ...surroundings, CIRCLE_LANG: "en", ...env };
  try {
    const code = await run(args);
    return { code, stdout: out.text(), stderr: err.text() };
  } finally {
    process.env = surroundings;
    out.release();
    err.release();
  }
}

function hold(stream: NodeJS.WriteStream): { readonly text: () => string; readonly release: () => void } {
  const { write } = stream;
  let text = "";
  stream.write = (chunk: string | Uint8Array) => {
    text += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  return { text: () => text, release: () => Object.assign(stream, { write }) };
}
