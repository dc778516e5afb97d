import { expect, it } from "vitest";
import { cleanText } from "./clean-text";

const about = {
  url: "http://prometheus.internal:9090/base",
  headers: { Authorization: "Bearer s3cr3t" },
  matchers: { tenant_id: ["acme", "acme-eu"] },
};

it.each([
  ["Get http://prometheus.internal:9090/api: EOF", "Get [upstream] EOF"],
  [`${"x".repeat(40)}http://10.0.0.7/x`, `${"x".repeat(40 - 27)}[upstream]`],
  ["lookup prometheus.internal: no such host", "lookup [upstream]: no such host"],
  ["HTTP://10.0.0.7/x and https://store.internal/y failed", "[upstream] and [upstream] failed"],
  ["dial tcp [FE80::1]:9090, 10.0.0.7:1, 10.0.0.8:2", "dial tcp [upstream], [upstream], [upstream]"],
  ["token s3cr3t was refused", "token [upstream] was refused"],
  ["dial tcp 10.0.0.7:9090: refused", "dial tcp [upstream]: refused"],
  ["dial tcp [fe80::1]:9090: refused", "dial tcp [upstream]: refused"],
  ["from Addr: store-0.stores.svc:10901 LabelSets: {}", "from Addr: [upstream] LabelSets: {}"],
  [
    'LabelSets: {cluster="eu",tenant_id="globex"},{tenant_id="acme"}',
    'LabelSets: {cluster="eu",tenant_id="[another]"},{tenant_id="acme"}',
  ],
  ['{"tenant_id":"globex","tenant_id" : "acme-eu"}', '{"tenant_id":"[another]","tenant_id" : "acme-eu"}'],
  ['{\\"tenant_id\\":\\"globex\\"}', '{\\"tenant_id\\":\\"[another]\\"}'],
])("takes out of a text what the upstream says of itself: %s", (text, clean) => {
  expect(cleanText(text, about)).toBe(clean);
});

it.each([
  'found duplicate series for the match group {instance="web-1:9100"} on the right hand-side',
  "1:23: parse error: unexpected end of input",
  "expanding series: query processing would load too many samples",
  "invalid parameter start: cannot parse 12:30",
  "rule job:requests:rate5m has no data",
])("leaves what is about the query: %s", (text) => {
  expect(cleanText(text, about)).toBe(text);
});

it("keeps the first thousand letters", () => {
  expect(cleanText("a+".repeat(100_000), about)).toHaveLength(1_003);
});
