import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import type { Json, JsonObject } from "@/lib/shared/json";
import type { DataFrame } from "@/lib/shared/panels/fields/data-frame";
import { nameFields } from "@/lib/shared/panels/fields/name-fields";
import type { PrepareContext } from "@/lib/shared/panels/panel-data";
import { safeRegex } from "@/lib/shared/panels/safe-regex";
import { isTransformation } from "./registry";

type Transformation = ReadPanel["transformations"][number];

/** What is left of several fields of one name is called as it was among them: `job 1` stays `job 1`. */
const keepsNames = new Set(["filterFieldsByName"]);

/** Runs the panel's transformations in order; one that is not known leaves the frames as they are. */
export function transformFrames(
  frames: DataFrame[],
  transformations: Transformation[],
  context: Pick<PrepareContext, "interpolate" | "transformers">,
): DataFrame[] {
  const { transformers = {} } = context;
  return transformations.reduce((current, { id, options, disabled, refIds = null }) => {
    const transform = Object.hasOwn(transformers, id) ? transformers[id] : undefined;
    if (disabled || !transform) return current;
    const isMeant = (frame: DataFrame) => refIds === null || isNamed(frame.refId, refIds);
    const made = transform(current.filter(isMeant), interpolated(options, context), context);
    const all = withOthers(made, current, isMeant);
    return keepsNames.has(id) ? all : nameFields(all);
  }, frames);
}

/** A query's letter, several parted by `|`, or a pattern between slashes. */
function isNamed(refId: string, refIds: string): boolean {
  return refIds.startsWith("/")
    ? (safeRegex(refIds)?.test(refId) ?? false)
    : refIds.split("|").includes(refId);
}

/** Frames that a transformation is not meant for stay, those before the first that is in front. */
function withOthers(
  made: DataFrame[],
  before: DataFrame[],
  isMeant: (frame: DataFrame) => boolean,
): DataFrame[] {
  const first = before.findIndex(isMeant);
  const others = before.map((frame, i) => ({ frame, i })).filter(({ frame }) => !isMeant(frame));
  const place = (front: boolean) => others.filter(({ i }) => i < first === front).map(({ frame }) => frame);
  return [...place(true), ...made, ...place(false)];
}

/** What people are told about transformations that are not carried out. */
export function transformationFindings(transformations: Transformation[]): string[] {
  const unknown = transformations.filter(({ id, disabled }) => !disabled && !isTransformation(id));
  return [...new Set(unknown.map(({ id }) => id))].map(
    (id) => `The transformation "${id}" is not carried out here. It is kept as it is.`,
  );
}

function interpolated(options: JsonObject, context: Pick<PrepareContext, "interpolate">): JsonObject {
  const fill = (value: Json): Json => {
    if (typeof value === "string")
      return value.includes("$") || value.includes("[[") ? context.interpolate(value) : value;
    if (Array.isArray(value)) return value.map(fill);
    return typeof value === "object" && value !== null ? interpolated(value, context) : value;
  };
  return Object.fromEntries(
    // `$1` of a rename pattern is a group of its regex.
    Object.entries(options).map(([key, value]) => [
      key,
      key === "renamePattern" || key === "regex" ? value : fill(value),
    ]),
  );
}
