import { z } from "zod";

export const GrafanaDatasource = z.object({
  /** 0 where the server no longer tells numeric ids. */
  id: z.number(),
  uid: z.string(),
  name: z.string(),
  type: z.string(),
  isDefault: z.boolean(),
});
export type GrafanaDatasource = z.infer<typeof GrafanaDatasource>;

export const TargetCheck = z.object({
  name: z.enum(["server", "credentials", "dashboards", "folder", "datasources"]),
  state: z.enum(["ok", "failed", "unknown"]),
  /** What was found, or what is missing and how to get it. */
  message: z.string(),
});
export type TargetCheck = z.infer<typeof TargetCheck>;

export const TargetTest = z.object({
  ok: z.boolean(),
  version: z.string().nullable(),
  org: z.object({ id: z.number(), name: z.string() }).nullable(),
  datasources: z.array(GrafanaDatasource),
  checks: z.array(TargetCheck),
});
export type TargetTest = z.infer<typeof TargetTest>;

const Url = z
  .string()
  .trim()
  .max(2000)
  .regex(/^https?:\/\//i, "Begin the URL with http:// or https://.")
  .refine((text) => URL.canParse(text), "Write the URL like https://grafana.example.org or with a sub path.")
  .transform((text) => text.replace(/\/+$/, ""));

const Name = z.string().trim().min(1, "Give the target a name.").max(100);
const Token = z.string().trim().min(1, "Enter a token.").max(4000);
const BasicAuth = z.object({ user: z.string().min(1).max(200), password: z.string().min(1).max(1000) });
const Folder = z
  .string()
  .trim()
  .max(189)
  .refine((title) => title.toLowerCase() !== "general", "Leave the folder empty for General.")
  .nullish()
  .transform((title) => title || null);
/** From a console datasource's uid, or a placeholder such as `${DS_PROMETHEUS}`, to a data source's uid in Grafana. */
const Mapping = z.record(z.string().min(1).max(200), z.string().min(1).max(200));

const oneSecret = (target: { token?: unknown; basicAuth?: unknown }) => !(target.token && target.basicAuth);
const oneSecretMessage = { message: "Give a token or basicAuth, not both.", path: ["token"] };

export const NewGrafanaTarget = z
  .object({
    name: Name,
    url: Url,
    token: Token.optional(),
    basicAuth: BasicAuth.optional(),
    orgId: z.number().int().positive().nullish(),
    folder: Folder,
    datasources: Mapping.default({}),
  })
  .refine((target) => target.token || target.basicAuth, {
    message: "Give a token or basicAuth.",
    path: ["token"],
  })
  .refine(oneSecret, oneSecretMessage);
export type NewGrafanaTarget = z.infer<typeof NewGrafanaTarget>;

/** What is left out stays. A new URL needs the secret again, for a secret is bound to its saved URL. */
export const GrafanaTargetChange = z
  .object({
    name: Name.optional(),
    url: Url.optional(),
    token: Token.optional(),
    basicAuth: BasicAuth.optional(),
    orgId: z.number().int().positive().nullish(),
    folder: z.string().trim().max(189).nullish(),
    datasources: Mapping.optional(),
  })
  .refine(oneSecret, oneSecretMessage);
export type GrafanaTargetChange = z.infer<typeof GrafanaTargetChange>;

/** A test of what is saved, or of changes before they are saved. */
export const GrafanaTargetTestRequest = z.object({
  url: Url.optional(),
  token: Token.optional(),
  basicAuth: BasicAuth.optional(),
  orgId: z.number().int().positive().nullish(),
  folder: z.string().trim().max(189).nullish(),
  datasources: Mapping.optional(),
});
export type GrafanaTargetTestRequest = z.infer<typeof GrafanaTargetTestRequest>;

/** As shown: there is no field for the secret. */
export const GrafanaTarget = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  authKind: z.enum(["token", "basic"]),
  orgId: z.number().nullable(),
  folder: z.string().nullable(),
  datasources: z.record(z.string(), z.string()),
  grafanaVersion: z.string().nullable(),
  lastTest: TargetTest.nullable(),
  lastTestedAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type GrafanaTarget = z.infer<typeof GrafanaTarget>;
