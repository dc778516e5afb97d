import { type Attack, jsonType, length, post, second } from "./page-requests";
import { chunked } from "./raw-http";

/** Name, request, and the statuses that are right; 0 is a closed connection. Where 200 is among them, the answer must be the tenant's own. */
export const framingAttacks: [string, Attack, number[]][] = [
  ["what they understand", (target, body) => post(target, body), [200, 404]],
  [
    "chunks with extensions and trailers",
    (target, body) => ({
      method: "POST",
      target,
      headers: [jsonType, "Transfer-Encoding: chunked", "Trailer: host"],
      body: `${chunked(body.slice(0, 9), body.slice(9))}host: evil\r\n\r\n`,
    }),
    [200, 404],
  ],
  [
    "chunks and a length at once, a request behind them",
    (target, body) => ({
      ...post(target, body, jsonType, "Transfer-Encoding: chunked"),
      body: `${chunked(body)}\r\n${second(target, body)}`,
    }),
    [400, 0],
  ],
  [
    "a length behind the chunks",
    (target, body) => ({
      method: "POST",
      target,
      headers: ["Transfer-Encoding: chunked", jsonType, "Content-Length: 5"],
      body: `${chunked(body)}\r\n`,
    }),
    [400, 0],
  ],
  ["two lengths", (target, body) => post(target, body, jsonType, "Content-Length: 3"), [400, 0]],
  [
    "two lengths in one",
    (target, body) => ({ ...post(target, body), headers: [jsonType, "Content-Length: 5, 5"] }),
    [400, 0],
  ],
  [
    "a length with a sign",
    (target, body) => ({ ...post(target, body), headers: [jsonType, "Content-Length: +5"] }),
    [400, 0],
  ],
  [
    "a length below zero",
    (target, body) => ({ ...post(target, body), headers: [jsonType, "Content-Length: -1"] }),
    [400, 0],
  ],
  [
    "a length beyond all numbers",
    (target, body) => ({ ...post(target, body), headers: [jsonType, `Content-Length: ${"9".repeat(30)}`] }),
    [400, 413, 0],
  ],
  [
    "an announcement of 50 MB",
    (target) => ({ method: "POST", target, headers: [jsonType, "Content-Length: 50000000"] }),
    [413],
  ],
  [
    "an unknown coding",
    (target, body) => post(target, body, jsonType, "Transfer-Encoding: xchunked"),
    [400, 501, 0],
  ],
  [
    "a coding in disguise",
    (target, body) => post(target, body, jsonType, "Transfer-Encoding : chunked"),
    [400, 0],
  ],
  [
    "a chunk whose length lies",
    (target, body) => ({
      method: "POST",
      target,
      headers: [jsonType, "Transfer-Encoding: chunked"],
      body: `fffffffffffffffff\r\n${body}\r\n0\r\n\r\n`,
    }),
    [400, 0],
  ],
  [
    "less than announced",
    (target, body) => ({
      ...post(target, body),
      headers: [jsonType, `Content-Length: ${body.length + 500}`],
    }),
    [400, 408, 0],
  ],
  [
    "more than announced",
    (target, body) => ({
      ...post(target, body),
      headers: [jsonType, length(body)],
      body: `${body}${second(target, body)}`,
    }),
    [200, 400, 404],
  ],
  ["half a head", (target) => ({ method: "POST", target, headers: ["Content-Type"] }), [400, 0]],
  ["a null in a header", (target, body) => post(target, body, jsonType, "X: a\u0000b"), [400, 0]],
  ["a null in the path", (target, body) => post(`${target}\u0000`, body), [400, 0]],
  ["an encoded null in the path", (target, body) => post(`${target}%00`, body), [200, 400, 403, 404]],
  ["a header on two lines", (target, body) => post(target, body, jsonType, "X: a\r\n b"), [200, 400, 404, 0]],
  [
    "a bare line feed",
    (target, body) => post(target, body, jsonType, "X: a\nTransfer-Encoding: chunked"),
    [400, 0],
  ],
  ["headers of 40 kB", (target, body) => post(target, body, jsonType, `X: ${"y".repeat(40_000)}`), [200]],
  ["headers of 80 kB", (target, body) => post(target, body, jsonType, `X: ${"y".repeat(80_000)}`), [431, 0]],
  [
    "two thousand headers",
    (target, body) => post(target, body, jsonType, ...Array.from({ length: 2_000 }, (_, i) => `X${i}: y`)),
    [200, 404, 431, 0],
  ],
];
