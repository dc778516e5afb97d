import { group, groups, optionalText, type Read, text } from "@/lib/shared/panels/option-schemas";

/** `options` of Grafana's node graph. */
export const NodeGraphOptions = group({
  nodes: group({
    mainStatUnit: optionalText,
    secondaryStatUnit: optionalText,
    /** Fields whose shares make the ring, where they are not named `arc__`. */
    arcs: groups({ field: text(), color: text() }),
  }),
  edges: group({ mainStatUnit: optionalText, secondaryStatUnit: optionalText }),
});
export type NodeGraphOptions = Read<typeof NodeGraphOptions>;
