import {
  atLeast,
  flag,
  group,
  integer,
  oneOf,
  optionalPositive,
  type Read,
  text,
} from "@/lib/shared/panels/option-schemas";

/** How hexagons are laid out, as the reading of the polystat plugin leaves it. */
export const PolystatOptions = group({
  /** Absent: as many as fit best. */
  columns: optionalPositive,
  rows: optionalPositive,
  limit: integer(0, 1000, 100),
  shape: oneOf(["hexagon_pointed_top", "circle", "square"], "hexagon_pointed_top"),
  sortBy: oneOf(["name", "value", "thresholdLevel"], "name"),
  descending: flag(),
  /** Numbers in names count as numbers. */
  natural: flag(),
  showValue: flag(true),
  gradient: flag(true),
  borderColor: text("black"),
  borderWidth: atLeast(0, 2),
  /** Absent: as large as there is room for. */
  fontSize: optionalPositive,
});
export type PolystatOptions = Read<typeof PolystatOptions>;
