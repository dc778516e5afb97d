import "server-only";
import { z } from "zod";

const httpUrl = z.url({ protocol: /^https?$/, error: "must be an http:// or https:// URL" });
const flag = (fallback: "on" | "off") =>
  z
    .enum(["on", "off"], { error: "must be on or off" })
    .default(fallback)
    .transform((value) => value === "on");

const maxProxies = 10;
/** How many proxies stand in front, each adding the address that it saw to X-Forwarded-For. */
const proxies = () =>
  z
    .string()
    .regex(/^(on|off|[0-9]|10)$/, { error: `must be on, off or the number of proxies, up to ${maxProxies}` })
    .default("off")
    .transform((value) => (value === "on" ? 1 : value === "off" ? 0 : Number(value)));

const wholeNumber = (unit: string, min: number, max: number) => {
  const error = `must be a whole number of ${unit} between ${min} and ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
};

const Env = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
    PORT: z.coerce
      .number({ error: "must be a port number" })
      .int({ error: "must be a port number" })
      .min(1, { error: "must be between 1 and 65535" })
      .max(65_535, { error: "must be between 1 and 65535" })
      .default(3000),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, { error: "must start with postgresql://" })
      .optional(),
    PANELSMITH_DATA_DIR: z.string().min(1).default(".data"),
    PANELSMITH_DEMO: flag("on"),
    PANELSMITH_DEMO_PASSWORD: z.string().min(8, { error: "must have at least 8 characters" }).optional(),
    PANELSMITH_ADMIN_EMAIL: z.email({ error: "must be an e-mail address" }).optional(),
    PANELSMITH_ADMIN_PASSWORD: z
      .string()
      .min(12, { error: "must have at least 12 characters" })
      .max(256, { error: "must have at most 256 characters" })
      .optional(),
    PANELSMITH_SECRET: z
      .string()
      .min(32, { error: "must have at least 32 characters, for example from: openssl rand -base64 48" })
      .optional(),
    PANELSMITH_URL: httpUrl.optional(),
    PANELSMITH_TRUST_PROXY: proxies(),
    PANELSMITH_METRICS_TOKEN: z
      .string()
      .regex(/^[\x21-\x7e]{16,256}$/, {
        error: "must have 16 to 256 letters, digits and signs, without blanks",
      })
      .optional(),
    PROMETHEUS_URL: httpUrl.optional(),
    GRAFANA_URL: httpUrl.optional(),
    GRAFANA_TOKEN: z.string().min(1).optional(),
    UPSTREAM_ALLOWLIST: z
      .string()
      .default("")
      .transform((text) =>
        text
          .split(",")
          .map((host) => host.trim().toLowerCase())
          .filter(Boolean),
      ),
    REDIS_URL: z
      .string()
      .regex(/^rediss?:\/\//, { error: "must start with redis:// or rediss://" })
      .optional(),
    QUERY_CACHE_MB: wholeNumber("megabytes", 0, 1_000_000).default(256),
    QUERY_CACHE_FRESH_SECONDS: wholeNumber("seconds", 0, 86_400).default(120),
    UPSTREAM_CONCURRENCY: wholeNumber("queries", 1, 1_000).default(20),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  })
  .refine((env) => !env.PANELSMITH_ADMIN_PASSWORD || env.PANELSMITH_ADMIN_EMAIL, {
    path: ["PANELSMITH_ADMIN_EMAIL"],
    error: "must be set together with PANELSMITH_ADMIN_PASSWORD",
  });

export type Env = Readonly<z.infer<typeof Env>>;

/**
 * Reads and checks all settings. Empty values count as unset.
 * @throws Error with one sentence a bad setting, each naming the variable, never its value.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = Env.safeParse(present);
  if (result.success) return result.data;
  throw new Error(result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`).join("\n"));
}

let cached: Env | undefined;

/** The settings of this process, checked once; tests may replace process.env before the first call. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** The database to use; the start script always sets one. */
export function databaseUrl(): string {
  const url = env().DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set. Start with npm start, or name a PostgreSQL database.");
  return url;
}

/** The key material for sessions and stored secrets; the start script makes and keeps one for the demo. */
export function secret(): string {
  const value = env().PANELSMITH_SECRET;
  if (!value) throw new Error("PANELSMITH_SECRET is not set. Set at least 32 random characters.");
  return value;
}
