import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { PrepareContext } from "@/lib/shared/panels/panel-data";
import { safeRegex } from "@/lib/shared/panels/safe-regex";
import { AlertlistOptions } from "./options";

export type AlertState = "firing" | "pending";

export interface LabelTest {
  label: string;
  passes: (value: string) => boolean;
}

export interface AlertlistModel {
  /** Part of the alert's name, in lower case. */
  name: string;
  labels: LabelTest[];
  states: ReadonlySet<AlertState>;
  maxItems: number;
  /** Only how many there are. */
  countOnly: boolean;
  /** The labels whose values make a group; null for one a rule. */
  groupBy: string[] | null;
  sort: "name" | "nameDescending" | "importance" | "oldest" | "newest";
}

const sorts = ["name", "nameDescending", "importance", "oldest", "newest"] as const;
const matcher = /([a-zA-Z_][\w.]*)\s*(=~|!~|!=|=)\s*"((?:[^"\\]|\\.)*)"/g;

/** Decides which active alerts a list shows, and in which order. */
export function prepareAlertlist(
  panel: ReadPanel,
  { interpolate }: Pick<PrepareContext, "interpolate">,
): AlertlistModel {
  const options = AlertlistOptions.parse(panel.options);
  const { firing, alerting, pending } = options.stateFilter;
  const states: AlertState[] = [
    ...(firing || alerting ? ["firing" as const] : []),
    ...(pending ? ["pending" as const] : []),
  ];
  return {
    name: interpolate(options.alertName).trim().toLowerCase(),
    labels: labelTests(interpolate(options.alertInstanceLabelFilter)),
    states: new Set(states.length > 0 ? states : ["firing", "pending"]),
    maxItems: options.maxItems,
    countOnly: options.viewMode === "stat",
    groupBy: options.groupMode === "custom" ? options.groupBy : null,
    sort: sorts[options.sortOrder - 1] ?? "importance",
  };
}

/** `{job=~"a|b", env!="dev"}`, with or without braces; what cannot be read tests nothing. */
function labelTests(selector: string): LabelTest[] {
  return [...selector.matchAll(matcher)].map(([, label = "", operator, quoted = ""]) => {
    const wanted = quoted.replace(/\\(.)/g, "$1");
    const equals = (value: string) =>
      operator?.includes("~")
        ? (safeRegex(`/^(?:${wanted.replaceAll("/", "\\/")})$/`)?.test(value) ?? true)
        : value === wanted;
    return { label, passes: (value) => equals(value) !== (operator?.startsWith("!") ?? false) };
  });
}
