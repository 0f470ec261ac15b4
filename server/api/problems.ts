/** Errors as RFC 9457 problem details with a closed code, in the reader's language. @module */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { DomainError, type ErrorKind, type Fields, type Messages } from "../base/errors.ts";
import { languageOf } from "./language.ts";
import type { Problem } from "./schemas/common.ts";

export type ApiCode = "request_invalid" | "not_found" | "release_gone" | "too_large" | "fault";

const messages: Messages<ApiCode> = {
  request_invalid: {
    zh: "请求有误：{place} 的值 {value} 不对，{expected}",
    en: "the request is wrong: {place} is {value}, {expected}",
  },
  not_found: { zh: "没有 {value}", en: "there is no {value}" },
  release_gone: {
    zh: "数据已更新到第 {expected} 版，第 {value} 版的图块不再提供，请刷新页面",
    en: "the data is at release {expected} now, tiles of release {value} are gone: reload the page",
  },
  too_large: { zh: "上传超过上限 {expected}", en: "the upload is larger than {expected}" },
  fault: {
    zh: "服务内部出错，请联系管理员并告知编号 {value}",
    en: "a fault of the service: tell its keeper the number {value}",
  },
};
const STATUS_OF_CODE: Readonly<Record<ApiCode, number>> = {
  request_invalid: 400,
  not_found: 404,
  release_gone: 410,
  too_large: 413,
  fault: 500,
};
const STATUS_OF_KIND: Readonly<Record<ErrorKind, number>> = { input: 400, missing: 404, conflict: 409, busy: 409 };
const TITLES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  404: "Not Found",
  409: "Conflict",
  410: "Gone",
  413: "Content Too Large",
  500: "Internal Server Error",
};

/** An error of the interface itself, not of the domain. */
export class ApiError extends DomainError<ApiCode> {}

export function apiError(code: ApiCode, fields: Fields): ApiError {
  return new ApiError(code === "not_found" ? "missing" : "input", code, fields, messages[code]);
}

export function problemOf(error: DomainError, language: "zh" | "en"): Problem {
  const status = error instanceof ApiError ? STATUS_OF_CODE[error.code] : STATUS_OF_KIND[error.kind];
  return {
    type: "about:blank",
    title: TITLES[status],
    status,
    detail: error.words[language],
    code: error.code,
    fields: { ...error.fields },
  };
}

/** Puts every error of every route into the one form; what is not the user's is logged under the request's number. */
export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler(async (error: FastifyError | DomainError, request, reply) => {
    if (error instanceof DomainError) return send(request, reply, error);
    if ("validation" in error && error.validation) return send(request, reply, validationError(error, request));
    if (error.code === "FST_REQ_FILE_TOO_LARGE" || error.code === "FST_ERR_CTP_BODY_TOO_LARGE")
      return send(request, reply, apiError("too_large", { expected: error.message }));
    if ("statusCode" in error && error.statusCode !== undefined && error.statusCode < 500) {
      return send(
        request,
        reply,
        apiError("request_invalid", { place: request.url, value: error.code, expected: error.message }),
      );
    }
    request.log.error(error);
    return send(request, reply, apiError("fault", { value: request.id }));
  });
  app.setNotFoundHandler(async (request, reply) =>
    send(request, reply, apiError("not_found", { value: request.url.split("?")[0] })),
  );
}

async function send(request: FastifyRequest, reply: FastifyReply, error: DomainError): Promise<FastifyReply> {
  const problem = problemOf(error, languageOf(request.headers["accept-language"]));
  return reply
    .code(problem.status)
    .type("application/problem+json")
    .header("content-language", languageOf(request.headers["accept-language"]))
    .send(problem);
}

function validationError(error: FastifyError, request: FastifyRequest): ApiError {
  const [first] = error.validation ?? [];
  const context = error.validationContext ?? "request";
  const path = first?.instancePath ?? "";
  const unknown = (first?.params as { additionalProperty?: string } | undefined)?.additionalProperty;
  const place = `${context}${path.replaceAll("/", ".")}${unknown === undefined ? "" : `.${unknown}`}`;
  return apiError("request_invalid", {
    place,
    value: JSON.stringify(valueAt(request, context, path) ?? null),
    expected: first?.message ?? "",
  });
}

function valueAt(request: FastifyRequest, context: string, path: string): unknown {
  const root: unknown = context === "body" ? request.body : context === "params" ? request.params : request.query;
  return path
    .split("/")
    .filter((step) => step !== "")
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | null)?.[step], root);
}
