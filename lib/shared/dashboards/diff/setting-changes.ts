import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type JsonObject } from "@/lib/shared/json";
import { dashboardWord } from "./change-words";
import { orderChange } from "./keyed-by-name";
import { listChanges } from "./list-changes";
import { asWhole, type NamedChange } from "./named-change";
import { textOf } from "./value-words";
import { variablesByName } from "./variable-changes";
import { type Vocabulary, walkChanges } from "./walk-changes";

/** Kept by whoever stores the dashboard; a difference in them is no change. */
const bookkeeping = ["id", "version", "iteration", "templating", "__inputs", "__requires"];

const vocabulary: Vocabulary = {
  word: dashboardWord,
  told: {
    time: asWhole("default time range", (time) =>
      isJsonObject(time) ? `${textOf(time.from)} to ${textOf(time.to)}` : textOf(time),
    ),
    links: listChanges({
      one: "link",
      many: "links",
      name: ({ title, url }) => textOf(title) || textOf(url),
    }),
    "annotations.list": listChanges({
      one: "annotation",
      many: "annotations",
      name: ({ name }) => textOf(name),
    }),
  },
};

/** What changed of the dashboard itself, its variables and what else is told apart left out. */
export function settingChanges(
  before: DashboardDocument,
  after: DashboardDocument,
  apart: readonly string[],
): NamedChange[] {
  const own = (document: DashboardDocument): JsonObject =>
    Object.fromEntries(
      Object.entries(document).filter(([key]) => !bookkeeping.includes(key) && !apart.includes(key)),
    );
  return [
    ...walkChanges(own(before), own(after), vocabulary),
    ...orderChange("variables", ["templating"], variablesByName(before), variablesByName(after)),
  ];
}
