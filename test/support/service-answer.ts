/** One answer of the service, held against what its OpenAPI description promises for that route and status. @module */
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { Compile, type Validator } from "typebox/schema";
import { expect } from "vitest";

export interface Answer {
  readonly status: number;
  readonly headers: LightMyRequestResponse["headers"];
  readonly bytes: Buffer;
  readonly text: string;
  /** Of whatever shape the test says it has: the description was already checked. */
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape are read here
  readonly json: any;
}

interface Described {
  readonly paths: Record<
    string,
    Record<string, { readonly responses: Record<string, { content?: Record<string, { schema: object }> }> }>
  >;
}

const validators = new WeakMap<object, Validator>();

export function answerOf(
  app: FastifyInstance,
  { method = "GET", url }: InjectOptions & { readonly url: string },
  response: LightMyRequestResponse,
): Answer {
  const { statusCode: status, headers, rawPayload: bytes } = response;
  const isJson = /json/.test(String(headers["content-type"] ?? ""));
  const json = isJson ? JSON.parse(response.payload) : null;
  const described = responsesOf(app, String(method).toLowerCase(), `/api/v1${url.split("?")[0]}`);
  if (status >= 500) throw new Error(`${method} ${url} answered ${status}: ${response.payload}`);
  if (described) {
    const promise = described[String(status)];
    if (!promise)
      throw new Error(
        `${method} ${url} answered ${status}, which it does not describe: ${response.payload.slice(0, 2000)}`,
      );
    const [type] = String(headers["content-type"]).split(";");
    const schema = (promise.content?.[type] ?? Object.values(promise.content ?? {})[0])?.schema;
    if (isJson && schema) expectMatch(schema, json, `${method} ${url}`);
  }
  return { status, headers, bytes, text: response.payload, json };
}

/** Null for a path that no route has. */
function responsesOf(app: FastifyInstance, method: string, path: string) {
  const { paths } = app.swagger() as unknown as Described;
  for (const [template, operations] of Object.entries(paths)) {
    const pattern = new RegExp(`^${template.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}$`);
    if (pattern.test(path) && operations[method]) return operations[method].responses;
  }
  return null;
}

function expectMatch(schema: object, value: unknown, what: string): void {
  let validator = validators.get(schema);
  if (!validator) {
    validator = Compile(schema);
    validators.set(schema, validator);
  }
  if (!validator.Check(value))
    expect.fail(`${what} does not keep to its description: ${JSON.stringify(validator.Errors(value)[1].slice(0, 3))}`);
}
