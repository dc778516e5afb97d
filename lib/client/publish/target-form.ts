import type { GrafanaTarget } from "@/lib/shared/publish/grafana-target";
import type { TargetInput } from "./use-targets";

export interface TargetFormValues {
  name: string;
  url: string;
  authKind: "token" | "basic";
  token: string;
  user: string;
  password: string;
  orgId: number | "";
  folder: string;
  datasources: Record<string, string>;
}

export function formValuesOf(target: GrafanaTarget | null): TargetFormValues {
  return {
    name: target?.name ?? "",
    url: target?.url ?? "",
    authKind: target?.authKind ?? "token",
    token: "",
    user: "",
    password: "",
    orgId: target?.orgId ?? "",
    folder: target?.folder ?? "",
    datasources: target?.datasources ?? {},
  };
}

/** Whether the secret has to be typed: for a new target, another URL or another kind of login. */
export function needsSecret(values: TargetFormValues, target: GrafanaTarget | null): boolean {
  return target === null || trimUrl(values.url) !== target.url || values.authKind !== target.authKind;
}

export function toTargetInput(values: TargetFormValues): TargetInput {
  const { name, url, folder, datasources } = values;
  const entries = Object.entries(datasources).filter(([, uid]) => uid !== "");
  return {
    name: name.trim(),
    url: trimUrl(url),
    ...secretOf(values),
    orgId: values.authKind === "basic" && values.orgId !== "" ? values.orgId : null,
    folder: folder.trim() || null,
    datasources: Object.fromEntries(entries),
  };
}

function secretOf({
  authKind,
  token,
  user,
  password,
}: TargetFormValues): Pick<TargetInput, "token" | "basicAuth"> {
  if (authKind === "token") return token.trim() ? { token: token.trim() } : {};
  return user && password ? { basicAuth: { user, password } } : {};
}

/** What is wrong with a field, in words; null when it is right. */
export function validateTarget(target: GrafanaTarget | null) {
  return {
    name: (name: string) => (name.trim() ? null : "Give the target a name"),
    url: (url: string) =>
      isHttpUrl(url) ? null : "Write it like https://grafana.example.org, sub path included",
    token: (token: string, values: TargetFormValues) =>
      values.authKind === "token" && !token.trim() && needsSecret(values, target)
        ? secretMissing(target, "token")
        : null,
    user: (user: string, values: TargetFormValues) =>
      values.authKind === "basic" && !user && (values.password !== "" || needsSecret(values, target))
        ? "Enter the user"
        : null,
    password: (password: string, values: TargetFormValues) =>
      values.authKind === "basic" && !password && (values.user !== "" || needsSecret(values, target))
        ? secretMissing(target, "password")
        : null,
  };
}

function secretMissing(target: GrafanaTarget | null, what: string): string {
  return target ? `A stored ${what} belongs to its saved URL. Enter it again` : `Enter the ${what}`;
}

function isHttpUrl(text: string): boolean {
  return /^https?:\/\/./i.test(text.trim()) && URL.canParse(text.trim());
}

const trimUrl = (url: string) => url.trim().replace(/\/+$/, "");
