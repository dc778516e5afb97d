import { getAt } from "@/lib/shared/dashboards/edit/json-path";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { isJsonObject, type Json, type JsonObject } from "@/lib/shared/json";
import { variableWord } from "./change-words";
import { keyedByName } from "./keyed-by-name";
import { asWhole, type NamedChange } from "./named-change";
import { datasourceWords, textOf, toldValue } from "./value-words";
import { type Vocabulary, walkChanges } from "./walk-changes";

const vocabulary: Vocabulary = {
  word: variableWord,
  told: {
    current: asWhole("chosen value", choiceWords),
    options: asWhole("choices", (options) =>
      Array.isArray(options) ? options.map(choiceWords).join(", ") || "none" : textOf(options),
    ),
    datasource: asWhole("datasource", datasourceWords),
  },
};

export function variablesByName(document: DashboardDocument): Map<string, JsonObject> {
  const list = getAt(document, ["templating", "list"]);
  return keyedByName(Array.isArray(list) ? list.filter(isJsonObject) : [], variableName) ?? new Map();
}

export function variableName({ name }: JsonObject): string {
  return typeof name === "string" ? name : "";
}

export function variableChanges(before: JsonObject, after: JsonObject): NamedChange[] {
  return walkChanges(before, after, vocabulary);
}

function choiceWords(choice: Json): string {
  if (!isJsonObject(choice)) return textOf(choice);
  return textOf(toldValue(choice.text)) || textOf(toldValue(choice.value)) || "none";
}
