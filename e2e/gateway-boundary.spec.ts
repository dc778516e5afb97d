import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { chunked, type RawRequest, sendRaw } from "./support/raw-http";
import { demoAccount, signIn } from "./support/sign-in";

const base = "/api/v1/tenants/acme/datasources/prometheus/prometheus/api/v1";
const others = base.replace("acme", "globex");
const metric = "maestro_tenant_active_users";
/** What a reader that loses the tenant's matcher would show. Requests never spell it, so an echo of them is none. */
const foreign = /(?<!no tenant \\")globex|"tenant_id":"(?!acme")/;

const asked = `query=${metric}%7Btenant_id%21%3D%22acme%22%7D`;
const plain = `query=${metric}`;
const formType = "Content-Type: application/x-www-form-urlencoded";
const length = (body: Buffer | string) => `Content-Length: ${Buffer.byteLength(body)}`;
const post = (body: Buffer | string, type = formType, ...more: string[]): RawRequest => ({
  method: "POST",
  target: `${base}/query`,
  headers: [type, length(body), ...more],
  body,
});
const get = (target: string, ...headers: string[]): RawRequest => ({ target, headers });
const utf16 = Buffer.from(plain, "utf16le");

/** A name, the request, and the statuses that are right; 0 is a closed connection. */
const cases: [string, RawRequest, number[]][] = [
  ["a form", post(plain), [200]],
  [
    "a chunked form with extensions and trailers",
    {
      method: "POST",
      target: `${base}/query`,
      headers: [formType, "Transfer-Encoding: chunked", "Trailer: query"],
      body: `${chunked("query=maestro_tenant_", "active_users")}query: up\r\n\r\n`,
    },
    [200],
  ],
  [
    "chunks and a length at once",
    {
      ...post(plain, formType, "Transfer-Encoding: chunked"),
      body: `${chunked(plain)}\r\nGET ${others}/query?${plain} HTTP/1.1\r\nHost: x\r\n\r\n`,
    },
    [400, 0],
  ],
  ["two lengths", post(plain, formType, "Content-Length: 3"), [400, 0]],
  ["an unknown transfer coding", post(plain, formType, "Transfer-Encoding: xchunked"), [400, 501, 0]],
  ["UTF-16 that says so", post(utf16, `${formType}; charset=utf-16le`), [400, 415]],
  ["UTF-16 that does not", post(utf16), [400]],
  ["bytes that are no UTF-8", post(Buffer.from([...Buffer.from(plain), 0xc0, 0xa2])), [400]],
  ["overlong spelling", post(`${plain}%C0%A2%C0%80`), [400]],
  ["an encoded null", post(`${plain}%00%7Btenant_id%21%3D%22acme%22%7D`), [400]],
  ["white space of Unicode", post(`${plain}%E2%80%A8or%C2%A0up`), [200, 400]],
  ["letters that look alike", post(`${plain}+%EF%BD%8Fr+up`), [400]],
  ["a query in URL and body", { ...post(plain), target: `${base}/query?${asked}` }, [400]],
  ["brackets behind a name", get(`${base}/query?${plain}&query%5B%5D=up`), [400]],
  ["another method by header", post(plain, formType, "X-HTTP-Method-Override: DELETE"), [200]],
  ["no type", post(plain, "X: y"), [415]],
  ["a multipart body", post(plain, "Content-Type: multipart/form-data; boundary=x"), [415]],
  ["JSON", post(JSON.stringify({ query: metric }), "Content-Type: application/json"), [415]],
  ["a compressed body", post(gzipSync(plain), formType, "Content-Encoding: gzip"), [400, 415]],
  ["HEAD", { method: "HEAD", target: `${base}/query?${asked}` }, [405]],
  ["OPTIONS", { method: "OPTIONS", target: `${base}/query?${asked}` }, [405]],
  ["TRACE", { method: "TRACE", target: `${base}/query?${asked}` }, [400, 405, 0]],
  ["PROPFIND", { method: "PROPFIND", target: `${base}/query?${asked}` }, [400, 405, 501, 0]],
  ["CONNECT", { method: "CONNECT", target: "127.0.0.1:9090" }, [400, 404, 405, 0]],
  ["a trailing slash", get(`${base}/query/?${asked}`), [308, 404]],
  ["a doubled slash", get(`${base}//query?${asked}`), [308, 404]],
  ["an encoded letter", get(`${base}/%71uery?${asked}`), [404]],
  ["a doubly encoded letter", get(`${base}/%2571uery?${asked}`), [404]],
  ["dots", get(`${base}/x/../query?${asked}`), [200, 404]],
  ["encoded dots", get(`${base}/%2e%2e/v1/query?${asked}`), [200, 404, 400]],
  ["encoded slashes", get(`${base}/..%2f..%2f..%2fadmin%2ftsdb?${asked}`), [404, 400]],
  ["back-slashes", get(`${base.replaceAll("/", "\\")}\\query?${asked}`), [308, 404, 400]],
  ["a path parameter", get(`${base}/query;x=y?${asked}`), [404]],
  ["dots into another tenant", get(`${base}/../../../../../../globex/datasources`), [404]],
  ["another tenant", get(`${others}/query?${plain}`), [404]],
  ["params of the router", get(`${base}/query?${plain}&nxtPtenant=globex&nxtIuid=x&tenant=b`), [200]],
  [
    "headers of the router",
    get(
      `${base}/query?${plain}`,
      `x-matched-path: ${others}/query`,
      `x-invoke-path: ${others}/query`,
      `x-nextjs-rewritten-path: ${others}/query`,
      `x-original-url: ${others}/query`,
      "x-now-route-matches: nxtPtenant=globex",
      "x-middleware-subrequest: proxy:proxy:proxy",
    ),
    [200],
  ],
  ["headers of engines", get(`${base}/query?${plain}`, "X-Scope-OrgID: b", "THANOS-TENANT: b"), [200]],
  ["the absolute form", get(`http://console.example${base}/query?${plain}`), [308, 400, 404]],
  ["HTTP/1.0", { ...get(`${base}/query?${plain}`), version: "HTTP/1.0" }, [200, 400]],
  ["HTTP/2 spelled out", { ...get(`${base}/query?${plain}`), version: "HTTP/2.0" }, [200, 400, 505, 0]],
  ["two hosts", get(`${base}/query?${plain}`, "Host: a.example", "Host: b.example"), [200, 400, 0]],
  ["an upgrade", get(`${base}/query?${plain}`, "Connection: Upgrade", "Upgrade: h2c"), [200, 400, 0]],
  ["a range of bytes", get(`${base}/query?${plain}`, "Range: bytes=0-10"), [200]],
  ["a header on two lines", get(`${base}/query?${plain}`, "X: a\r\n b"), [200, 400, 0]],
  ["a URL of 40 kB", get(`${base}/query?${plain}&x=${"y".repeat(40_000)}`), [200]],
  ["a URL of 80 kB", get(`${base}/query?${plain}&x=${"y".repeat(80_000)}`), [414, 431, 0]],
  ["a federation", get(base.replace("/api/v1", "/federate?match[]=up").slice(0, -7)), [404]],
];

const expressions: [string, number[]][] = [
  [`{__name__=~"${metric}|up",tenant_id=~".+"}`, [200]],
  // An old Prometheus does not know quoted names.
  [`{"${metric}","tenant_id"!="acme"}`, [200, 400]],
  [`{"${metric}","\\x74enant_id"!="acme"}`, [200, 400]],
  [`${metric}{tenant\\x5fid!="acme"}`, [400]],
  [`label_replace(${metric},"owner","$1","tenant_id","(.*)")`, [200]],
  [`label_join(${metric}{tenant_id!="acme"},"owner",",","tenant_id")`, [200]],
  [`absent(${metric}{tenant_id!~"acme"})`, [200]],
  [`absent_over_time(${metric}{tenant_id!="acme"}[5m])`, [200]],
  [`up * on () group_left (tenant_id) ${metric}`, [200, 422]],
  [`count_values("tenant", ${metric}{tenant_id!="acme"})`, [200]],
  [`info(${metric}, {tenant_id!="acme"})`, [400]],
  [`vector(scalar(${metric}{tenant_id!="acme"}))`, [200]],
  [`${metric}{tenant_id!="acme"} @ 1e18`, [200, 400, 422]],
  [`${metric} @ 0x7fffffffffffffff`, [200, 400, 422]],
  [`${metric} + 0x1F + 1_000 + 1e3s`, [200, 400]],
  [`max_over_time(${metric}{tenant_id!="acme"}[1h-30m:step()])`, [200, 400]],
  [`${metric} # {\r or ${metric}{tenant_id!="acme"}`, [200, 400]],
  [`${metric}{tenant_id="acme" or tenant_id!="acme"}`, [400]],
  [`${metric} default ${metric}{tenant_id!="acme"}`, [400]],
  [`WITH (f = {tenant_id!="acme"}) ${metric}{f}`, [400]],
];

test.describe("the gateway's boundary, byte by byte", () => {
  let token = "";
  test.beforeAll(async ({ browser, baseURL }) => {
    const page = await browser.newPage({ baseURL });
    await signIn(page, demoAccount("admin", "acme"));
    const made = await page.request.post("/api/v1/tenants/acme/api-tokens", {
      headers: { origin: baseURL ?? "" },
      data: { name: `boundary ${Date.now()}`, role: "viewer", expiresInDays: 1 },
    });
    token = (await made.json()).token;
    await page.close();
  });

  const signed = (request: RawRequest): RawRequest => ({
    ...request,
    headers: [`Authorization: Bearer ${token}`, ...(request.headers ?? [])],
  });

  for (const [name, request, statuses] of cases) {
    test(`${name} shows nothing foreign`, async ({ baseURL }) => {
      const { status, text } = await sendRaw(baseURL, signed(request));
      expect(text).not.toMatch(foreign);
      expect(statuses, text.slice(0, 300)).toContain(status);
    });
  }

  test("no expression shows anything foreign, at a time or over a range", async ({ baseURL }) => {
    const now = Math.floor(Date.now() / 1_000);
    for (const [query, statuses] of expressions) {
      for (const [path, times] of [
        ["query", ""],
        ["query_range", `&start=${now - 600}&end=${now}&step=60`],
        ["query_exemplars", `&start=${now - 600}&end=${now}`],
      ]) {
        const body = `query=${encodeURIComponent(query)}${times}`;
        const { status, text } = await sendRaw(baseURL, signed({ ...post(body), target: `${base}/${path}` }));
        expect(text, query).not.toMatch(foreign);
        if (path === "query") expect(statuses, `${query}\n${text.slice(-300)}`).toContain(status);
      }
    }
  });

  test("pipelined requests are each who they say", async ({ baseURL }) => {
    const one = get(`${base}/query?${plain}`);
    const { text } = await sendRaw(baseURL, signed(one), one, signed(get(`${others}/query?${plain}`)));
    expect([...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status)).toEqual([
      "200",
      "401",
      "404",
    ]);
    expect(text).not.toMatch(/"tenant_id":"(?!acme")/);
  });

  test("a body that is waited for is taken after 100", async ({ baseURL }) => {
    const { text } = await sendRaw(baseURL, signed(post(plain, formType, "Expect: 100-continue")));
    expect(text).toMatch(/HTTP\/1\.1 200/);
    expect(text).not.toMatch(foreign);
  });

  test("what is sent is what was accepted", async ({ baseURL }) => {
    const known = `${baseURL}${base}/query?query=1%2B1&time=5`;
    for (const accepted of [
      "gzip",
      "gzip;q=0",
      "GZIP",
      "br, *;q=0.1",
      "identity;q=0, *",
      "x-gzip",
      "gzip ; q=1",
      "",
    ]) {
      const headers = { authorization: `Bearer ${token}`, "accept-encoding": accepted };
      const answer = await fetch(known, { headers });
      expect((await answer.json()).data.resultType, accepted).toBe("scalar");
    }
  });
});
