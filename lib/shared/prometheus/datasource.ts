import { z } from "zod";

const DatasourceUid = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,40}$/, { error: "A uid has 1 to 40 characters of A-Z, a-z, 0-9, _ and -." });

const LabelName = z
  .string()
  .regex(/^[a-zA-Z_][a-zA-Z0-9_]{0,199}$/, { error: "A label name has letters, digits and _." })
  .refine((name) => name !== "__name__", { error: "The metric's name cannot be enforced." });

/** An empty value would let series without the label through. */
const LabelValue = z.string().min(1, { error: "A matcher needs a value." }).max(500);
const LabelValues = z
  .union([LabelValue, z.array(LabelValue).min(1, { error: "A matcher needs a value." }).max(100)])
  .transform((given) => (Array.isArray(given) && given.length === 1 ? (given[0] ?? given) : given));
const EnforcedMatchers = z
  .record(LabelName, LabelValues)
  .refine((matchers) => Object.keys(matchers).length <= 20, { error: "At most 20 matchers." })
  .refine((matchers) => JSON.stringify(matchers).length <= 4_000, {
    error: "All matchers together have at most 4,000 characters.",
  });

const HeaderName = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,100}$/, { error: "A header name has letters, digits and -." })
  .refine(
    (name) =>
      !/^(host|cookie|content-.*|transfer-encoding|connection|upgrade|te|trailer|expect)$/i.test(name),
    {
      error: "This header is set by the console.",
    },
  );
const HeaderValue = z
  .string()
  .max(8_000)
  .regex(/^[\t\x20-\x7e]*$/, { error: "A header value has no line ends and no special characters." });
const SecretHeaders = z
  .record(HeaderName, HeaderValue)
  .refine((headers) => Object.keys(headers).length <= 20, { error: "At most 20 headers." });

const Url = z
  .string({ error: "Give the URL of a Prometheus server." })
  .trim()
  .min(1, { error: "Give the URL of a Prometheus server." })
  .max(2_000);
const Name = z.string({ error: "Give it a name." }).trim().min(1, { error: "Give it a name." }).max(100);
const EnforceConflict = z
  .enum(["empty", "error"])
  .describe("What a query gets that names another value of an enforced label.");

export const NewDatasource = z.object({
  uid: DatasourceUid.optional(),
  name: Name,
  url: Url,
  matchers: EnforcedMatchers.default({}),
  headers: SecretHeaders.optional().describe("Sent upstream, stored encrypted, never shown again."),
  enforceConflict: EnforceConflict.optional(),
  isDefault: z.boolean().optional(),
});

export const ChangedDatasource = z.object({
  name: Name.optional(),
  url: Url.optional(),
  matchers: EnforcedMatchers.optional(),
  headers: SecretHeaders.nullable().optional().describe("Replaces all stored headers; null removes them."),
  enforceConflict: EnforceConflict.optional(),
  isDefault: z.boolean().optional(),
});

export const Datasource = z.object({
  uid: z.string(),
  name: z.string(),
  url: z.string(),
  matchers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  enforceConflict: EnforceConflict,
  /** Whether secret headers are stored; they are never shown. */
  hasHeaders: z.boolean(),
  isDefault: z.boolean(),
  updatedAt: z.string(),
});
export type Datasource = z.infer<typeof Datasource>;

const TestedMatchers = EnforcedMatchers.optional().describe("Also say whether any series fits them.");
export const TestedDatasource = z.object({
  url: Url.optional(),
  headers: SecretHeaders.optional(),
  matchers: TestedMatchers,
});
export const TestedNewDatasource = z.object({
  url: Url,
  headers: SecretHeaders.optional(),
  matchers: TestedMatchers,
});

/** What stands behind a URL; `kind` is `prometheus` when it is right. */
export const DatasourceTest = z.object({
  ok: z.boolean(),
  kind: z.string(),
  message: z.string(),
  version: z.string().nullable(),
  warning: z.string().optional().describe("What keeps it from showing data though it answers."),
  suggestedUrl: z.string().optional().describe("Where a Prometheus answers on the same host."),
});
export type DatasourceTest = z.infer<typeof DatasourceTest>;
