import { gzipSync } from "node:zlib";
import { type Attack, jsonType, others, post } from "./page-requests";

/** Name, request, and the statuses that are right; 0 is a closed connection. Where 200 is among them, the answer must be the tenant's own. */
export const spellingAttacks: [string, Attack, number[]][] = [
  [
    "encoded slashes",
    (target, body) => post(target.replace("/acme/", "/acme%2f..%2fglobex/"), body),
    [404, 400],
  ],
  [
    "encoded dots",
    (target, body) => post(target.replace("/acme/", "/%2e%2e/tenants/globex/"), body),
    [404, 400],
  ],
  ["dots", (target, body) => post(target.replace("/acme/", "/acme/../globex/"), body), [404, 400, 0]],
  ["back-slashes", (target, body) => post(target.replaceAll("/", "\\"), body), [308, 400, 404]],
  ["a trailing slash", (target, body) => post(`${target}/`, body), [308, 404]],
  ["a doubled slash", (target, body) => post(`/${target}`, body), [308, 404]],
  ["a path parameter", (target, body) => post(`${target};tenant=globex`, body), [403, 404]],
  ["another tenant", (target, body) => post(others(target), body), [404]],
  [
    "the absolute form",
    (target, body) => post(`http://console.example${others(target)}`, body),
    [308, 400, 404],
  ],
  [
    "params of the router",
    (target, body) => post(`${target}?nxtPtenant=globex&tenant=b&uid=x`, body),
    [200, 404],
  ],
  [
    "headers of the router",
    (target, body) =>
      post(
        target,
        body,
        jsonType,
        `x-matched-path: ${others(target)}`,
        `x-invoke-path: ${others(target)}`,
        `x-nextjs-rewritten-path: ${others(target)}`,
        `x-original-url: ${others(target)}`,
        "x-now-route-matches: nxtPtenant=globex",
        "x-middleware-subrequest: proxy:proxy:proxy",
        "X-Scope-OrgID: b",
        "Next-Action: x",
        "RSC: 1",
      ),
    [200, 307, 404],
  ],
  [
    "an upgrade",
    (target, body) =>
      post(
        target,
        body,
        jsonType,
        "Connection: Upgrade, HTTP2-Settings",
        "Upgrade: h2c",
        "HTTP2-Settings: AAMAAABk",
      ),
    [200, 400, 404, 0],
  ],
  [
    "the preface of HTTP/2",
    () => ({ method: "PRI", target: "*", version: "HTTP/2.0", headers: ["Host: x"], body: "SM\r\n\r\n" }),
    [400, 505, 0],
  ],
  ["HTTP/1.0", (target, body) => ({ ...post(target, body), version: "HTTP/1.0" }), [200, 400, 404]],
  [
    "two hosts",
    (target, body) => post(target, body, jsonType, "Host: a.example", "Host: b.example"),
    [200, 400, 404, 0],
  ],
  ["GET", (target) => ({ target }), [404, 405]],
  ["a body with GET", (target, body) => ({ ...post(target, body), method: "GET" }), [404, 405]],
  ["HEAD", (target) => ({ method: "HEAD", target }), [404, 405]],
  ["PUT", (target, body) => ({ ...post(target, body), method: "PUT" }), [404, 405]],
  ["TRACE", (target) => ({ method: "TRACE", target }), [400, 405, 0]],
  [
    "a method in small letters",
    (target, body) => ({ ...post(target, body), method: "post" }),
    [400, 404, 405, 0],
  ],
  ["a text", (target, body) => post(target, body, "Content-Type: text/plain"), [403]],
  [
    "a form",
    (target, body) =>
      post(target, `body=${encodeURIComponent(body)}`, "Content-Type: application/x-www-form-urlencoded"),
    [403],
  ],
  ["no type", (target, body) => post(target, body, "X: y"), [403]],
  [
    "UTF-16",
    (target, body) => post(target, Buffer.from(body, "utf16le"), `${jsonType}; charset=utf-16le`),
    [400, 415],
  ],
  [
    "bytes that are no UTF-8",
    (target, body) => post(target, Buffer.concat([Buffer.from(body), Buffer.from([0xc0, 0xa2])])),
    [400],
  ],
  [
    "a compressed body",
    (target, body) => post(target, gzipSync(body), jsonType, "Content-Encoding: gzip"),
    [400, 415],
  ],
  ["two values", (target, body) => post(target, `${body}${body}`), [400]],
  [
    "names twice",
    (target, body) => post(target, body.replace("{", '{"tenant":"globex","fromMs":1,')),
    [200, 400, 404],
  ],
  [
    "a prototype",
    (target, body) =>
      post(
        target,
        body.replace("{", '{"__proto__":{"tenant":{"slug":"globex"}},"constructor":{"prototype":{"x":1}},'),
      ),
    [200, 400, 404],
  ],
  ["a depth of 10,000", (target) => post(target, `${'{"panels":['.repeat(10_000)}`), [400]],
  [
    "a number beyond all",
    (target, body) => post(target, body.replace(/"fromMs":\d+/, '"fromMs":1e999')),
    [400],
  ],
  ["nothing", (target) => post(target, ""), [400]],
  ["a range of bytes", (target, body) => post(target, body, jsonType, "Range: bytes=0-10"), [200, 404]],
  ["no token", (target, body) => post(target, body, jsonType, "Authorization:"), [200, 400, 401, 404]],
];
