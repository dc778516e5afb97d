import type { RawRequest } from "./raw-http";

export const metric = "maestro_tenant_active_users";
export const expr = `${metric}{tenant_id!="acme"}`;
export const jsonType = "Content-Type: application/json";

const toMs = Date.now();
export const range = { fromMs: toMs - 600_000, toMs };
export const drafted = (target: object = {}, panel: object = {}) => ({
  ...range,
  panels: [
    {
      panelId: 1,
      maxDataPoints: 50,
      panel: { id: 1, type: "timeseries", targets: [{ refId: "A", expr, ...target }], ...panel },
    },
  ],
});
export const stored = { dashboardUid: "tenant-management", name: "tenant", variables: {}, ...range };

export const tenant = "/api/v1/tenants/acme";
/** The routes of pages that ask the gateway, each with a body that it understands. */
export const routes: Record<string, object> = {
  [`${tenant}/panels/query`]: drafted(),
  [`${tenant}/panels/explain`]: drafted(),
  [`${tenant}/panels/variables`]: stored,
  [`${tenant}/datasources/prometheus/prometheus/explain`]: { expr, ...range },
};

export type Attack = (target: string, body: string) => RawRequest;
export const length = (body: Buffer | string) => `Content-Length: ${Buffer.byteLength(body)}`;
export const post = (
  target: string,
  body: Buffer | string,
  type = jsonType,
  ...more: string[]
): RawRequest => ({
  method: "POST",
  target,
  headers: [type, length(body), ...more],
  body,
});
export const others = (target: string) => target.replace("/acme/", "/globex/");
export const second = (target: string, body: string) =>
  `POST ${others(target)} HTTP/1.1\r\nHost: x\r\n${jsonType}\r\n${length(body)}\r\n\r\n${body}`;
