/** Errors as RFC 9457 problem details with a closed code, in the reader's language. @module */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { DomainError, type ErrorKind, type Fields, fill, type Messages, type Words } from "../base/errors.ts";
import { languageOf } from "./language.ts";
import type { Problem } from "./schemas/common.ts";

export type ApiCode = "request_invalid" | "not_found" | "release_gone" | "revision_gone" | "too_large" | "fault";

const messages: Messages<ApiCode> = {
  request_invalid: {
    zh: "请求有误：{place} 的值“{value}”不对，应为：{expected}",
    en: "the request is wrong: {place} is “{value}”; expected: {expected}",
  },
  not_found: { zh: "没有 {value}", en: "there is no {value}" },
  release_gone: {
    zh: "数据已更新到第 {expected} 版，第 {value} 版的图块不再提供，请刷新页面",
    en: "the data is at release {expected} now, tiles of release {value} are gone: reload the page",
  },
  revision_gone: {
    zh: "方案已改到第 {expected} 稿，第 {value} 稿的图块不再提供，请刷新页面",
    en: "the scenario is at revision {expected} now, tiles of revision {value} are gone: reload the page",
  },
  too_large: { zh: "上传超过上限 {expected}", en: "the upload is larger than {expected}" },
  fault: {
    zh: "服务内部出错，请联系管理员并告知编号 {value}",
    en: "a fault of the service: tell its keeper the number {value}",
  },
};
const MISSING: Words = { zh: "请求有误：缺少 {place}", en: "the request is wrong: {place} is missing" };
const UNKNOWN: Words = {
  zh: "请求有误：不认识 {place}，可用：{expected}",
  en: "the request is wrong: there is no {place}; there are: {expected}",
};
/** Requests that no schema ever sees, by the code of the framework. */
const UNREADABLE: Readonly<Record<string, readonly [place: string, expected: Words]>> = {
  FST_ERR_BAD_URL: ["url", { zh: "合法的网址", en: "a well-formed address" }],
  FST_ERR_MAX_PARAM_LENGTH: ["url", { zh: "较短的网址", en: "a shorter address" }],
  FST_ERR_CTP_EMPTY_JSON_BODY: ["body", { zh: "JSON 正文", en: "a body of JSON" }],
  FST_ERR_CTP_INVALID_JSON_BODY: ["body", { zh: "合法的 JSON", en: "valid JSON" }],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    "body",
    { zh: "与 Content-Length 一致的正文", en: "a body as long as its Content-Length" },
  ],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    "content-type",
    { zh: "application/json 或 multipart/form-data", en: "application/json or multipart/form-data" },
  ],
  FST_INVALID_MULTIPART_CONTENT_TYPE: ["content-type", { zh: "multipart/form-data", en: "multipart/form-data" }],
  FST_MP_PREMATURE_CLOSE: ["body", { zh: "完整的上传", en: "a whole upload" }],
  FST_FILES_LIMIT: ["body", { zh: "每种文件至多一个", en: "each kind of file at most once" }],
  FST_FIELDS_LIMIT: ["body", { zh: "较少的字段", en: "fewer fields" }],
  FST_PARTS_LIMIT: ["body", { zh: "较少的部分", en: "fewer parts" }],
};
const STATUS_OF_CODE: Readonly<Record<ApiCode, number>> = {
  request_invalid: 400,
  not_found: 404,
  release_gone: 410,
  revision_gone: 410,
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

export function apiError(code: Exclude<ApiCode, "request_invalid">, fields: Fields): ApiError {
  return new ApiError(code === "not_found" ? "missing" : "input", code, fields, messages[code]);
}

/** @param place such as `querystring.lon`; a wrong value is named with what was expected */
export function invalidRequest(place: string, value: string, expected: Words): ApiError {
  const { zh, en } = messages.request_invalid;
  const words = { zh: fill(zh, { expected: expected.zh }), en: fill(en, { expected: expected.en }) };
  return new ApiError("input", "request_invalid", { place, value, expected: expected.en }, words);
}

export function missingPart(place: string): ApiError {
  return new ApiError("input", "request_invalid", { place, value: null }, MISSING);
}

/** @param expected the names that there are */
export function unknownPart(place: string, value: string, expected: string): ApiError {
  return new ApiError("input", "request_invalid", { place, value, expected }, UNKNOWN);
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
export function answerWithProblems(app: FastifyInstance, maxUploadBytes: number): void {
  app.setErrorHandler(async (error: FastifyError | DomainError, request, reply) => {
    if (error instanceof DomainError) return send(request, reply, error);
    if (error.code === "FST_REQ_FILE_TOO_LARGE") return send(request, reply, tooLarge(maxUploadBytes));
    if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") {
      return send(request, reply, tooLarge(request.routeOptions.bodyLimit ?? maxUploadBytes));
    }
    if (error.statusCode !== undefined && error.statusCode < 500) return send(request, reply, unreadable(error));
    request.log.error(error);
    return send(request, reply, apiError("fault", { value: request.id }));
  });
  app.setNotFoundHandler(async (request, reply) =>
    send(request, reply, apiError("not_found", { value: request.url.split("?")[0] })),
  );
}

/** For addresses so malformed that no route is looked for. */
export function answerUnreadable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  send(request, reply, unreadable(error));
}

function unreadable({ code, message }: FastifyError): ApiError {
  const [place, expected] = UNREADABLE[code] ?? ["request", { zh: message, en: message }];
  return invalidRequest(place, code, expected);
}

function tooLarge(bytes: number): ApiError {
  return apiError("too_large", { expected: `${bytes / 2 ** 20} MB` });
}

function send(request: FastifyRequest, reply: FastifyReply, error: DomainError): FastifyReply {
  const problem = problemOf(error, languageOf(request.headers["accept-language"]));
  return reply
    .code(problem.status)
    .type("application/problem+json")
    .header("cache-control", "no-store")
    .header("vary", "accept-language")
    .header("content-language", languageOf(request.headers["accept-language"]))
    .send(problem);
}
