import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { request } from "undici";
import { describe, expect, it } from "vitest";
import { env } from "@/lib/server/env";
import { assertUpstreamUrl, checkUpstreamUrl, createUpstreamAgent } from "./assert-upstream-url";
import { judgeAddress } from "./upstream-address";

const forbidden = [
  "http://169.254.169.254/",
  "http://2852039166/",
  "http://0xa9fea9fe/",
  "http://0251.0376.0251.0376/",
  "http://169.254.43518/",
  "http://[::ffff:169.254.169.254]/",
  "http://[::ffff:a9fe:a9fe]/",
  "http://[64:ff9b::169.254.169.254]/",
  "http://[2002:a9fe:a9fe::]/",
  "http://[fe80::1]/",
  "http://[fd00:ec2::254]/",
  "http://100.100.100.200/",
  "http://168.63.129.16/",
  "http://metadata.google.internal/",
  "http://metadata/",
  "http://224.0.0.1/",
  "http://255.255.255.255/",
];
const local = [
  "http://127.0.0.1/",
  "http://127.1/",
  "http://2130706433/",
  "http://0/",
  "http://0.0.0.0:80/",
  "http://[::1]/",
  "http://[::]/",
  "http://[::ffff:127.0.0.1]/",
  "http://localhost/",
  "http://localhost./",
  "http://a.localhost/",
];

it("lets public addresses pass, whatever stands in the middle of them", () => {
  expect(checkUpstreamUrl("http://[2a00:ff9b::1]/", []).hostname).toBe("[2a00:ff9b::1]");
});

describe("checkUpstreamUrl", () => {
  it.each(forbidden)("refuses %s even when listed", (text) => {
    const name = new URL(text).hostname;
    expect(() => checkUpstreamUrl(text, [name])).toThrow(/no datasource or target may have/);
  });

  it.each(local)("refuses %s unless listed", (text) => {
    expect(() => checkUpstreamUrl(text, [])).toThrow(/own machine/);
  });

  it("lets listed hosts through, by port where one is written", () => {
    expect(checkUpstreamUrl("http://127.0.0.1:9090/", ["127.0.0.1:9090"]).port).toBe("9090");
    expect(checkUpstreamUrl("http://[::1]:9090/", ["[::1]:9090"]).port).toBe("9090");
    expect(() => checkUpstreamUrl("http://127.0.0.1:5432/", ["127.0.0.1:9090"])).toThrow();
    expect(checkUpstreamUrl("http://localhost:1/", ["localhost"]).hostname).toBe("localhost");
    expect(checkUpstreamUrl("http://localhost/", ["localhost:80"]).port).toBe("");
    expect(() => checkUpstreamUrl("https://localhost/", ["localhost:80"])).toThrow(/own machine/);
  });

  it("takes a host alone for every port but the console's own", () => {
    const own = `http://localhost:${env().PORT}/`;
    expect(() => checkUpstreamUrl(own, ["localhost"])).toThrow(/own machine/);
    expect(checkUpstreamUrl(own, [`localhost:${env().PORT}`]).hostname).toBe("localhost");
  });

  it.each(["ftp://a/", "file:///etc/passwd", "javascript:1", "prometheus:9090", "", "http://u:p@host/"])(
    "refuses %s",
    (text) => expect(() => checkUpstreamUrl(text, ["*"])).toThrow(),
  );

  it("takes private networks and names, where a Prometheus usually lives", () => {
    for (const text of [
      "http://10.0.0.5:9090",
      "http://192.168.1.2",
      "http://prometheus:9090",
      "https://[fd12::5]",
    ]) {
      expect(checkUpstreamUrl(text, [])).toBeInstanceOf(URL);
    }
  });
});

describe("assertUpstreamUrl", () => {
  it("looks at what a name resolves to", async () => {
    await expect(assertUpstreamUrl("http://localhost:9/", [])).rejects.toThrow(/own machine/);
    await expect(assertUpstreamUrl("http://localhost:9/", ["localhost"])).resolves.toBeInstanceOf(URL);
  });
});

describe("createUpstreamAgent", () => {
  it("does not connect to a name that resolves to this machine, unless listed", async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end("ok");
    }).listen(0, "localhost");
    await new Promise((resolve) => server.once("listening", resolve));
    const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
    await expect(request(url, { dispatcher: createUpstreamAgent([]) })).rejects.toThrow(/own machine/);
    expect(asked).toBe(0);
    const listed = createUpstreamAgent(["localhost"]);
    expect((await request(url, { dispatcher: listed })).statusCode).toBe(200);
    expect(asked).toBe(1);
    await listed.destroy();
    server.close();
  });
});

describe("judgeAddress", () => {
  it("knows private from special addresses", () => {
    expect(judgeAddress("10.1.2.3")).toBe("open");
    expect(judgeAddress("fd12::1")).toBe("open");
    expect(judgeAddress("198.18.0.1")).not.toBe("local");
    expect(judgeAddress("fe80::1%eth0")).toBe("forbidden");
    expect(judgeAddress("not an address")).toBe("forbidden");
  });
});
