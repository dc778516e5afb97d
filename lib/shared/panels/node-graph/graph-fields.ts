import type { DataFrame, Field } from "@/lib/shared/panels/fields/data-frame";

export interface GraphFields {
  id?: Field | undefined;
  title?: Field | undefined;
  subtitle?: Field | undefined;
  mainStat?: Field | undefined;
  secondaryStat?: Field | undefined;
  color?: Field | undefined;
  source?: Field | undefined;
  target?: Field | undefined;
  thickness?: Field | undefined;
  arcs: Field[];
  details: Field[];
}

/** The columns that mean something to a node graph, by Grafana's names for them, in any case; a renamed one keeps its own, too. */
export function graphFields({ fields }: DataFrame): GraphFields {
  const named = (name: string) =>
    fields.find((field) => field.name.toLowerCase() === name) ??
    fields.find(({ displayName }) => displayName.toLowerCase() === name);
  const beginning = (start: string) =>
    fields.filter(({ name, displayName }) =>
      [name, displayName].some((one) => one.toLowerCase().startsWith(start)),
    );
  return {
    id: named("id"),
    title: named("title"),
    subtitle: named("subtitle"),
    mainStat: named("mainstat"),
    secondaryStat: named("secondarystat"),
    color: named("color"),
    source: named("source"),
    target: named("target"),
    thickness: named("thickness"),
    arcs: beginning("arc__"),
    details: beginning("detail__"),
  };
}
