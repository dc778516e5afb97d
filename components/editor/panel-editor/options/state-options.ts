import { choices, custom, type OptionField, type OptionGroup, option } from "./option-field";
import { fillOpacity, legendGroup, lineWidth, share, showValue, tooltipGroup } from "./shared-options";

const states = (...fields: OptionField[]): OptionGroup[] => [
  {
    title: "States",
    fields: [
      showValue,
      ...fields,
      { label: "Series a page", input: "number", path: option("perPage"), min: 1, fallback: 20 },
    ],
  },
  legendGroup(null),
  tooltipGroup,
];

export const stateTimelineOptions = states(
  { label: "Merge equal states", input: "switch", path: option("mergeValues"), fallback: true },
  {
    label: "Alignment of values",
    input: "choice",
    path: option("alignValue"),
    fallback: "left",
    choices: choices(["left", "Left"], ["center", "Centre"], ["right", "Right"]),
  },
  share("Height of rows", "rowHeight", 0.9),
  lineWidth(0),
  fillOpacity(70),
  { label: "Connect gaps", input: "switch", path: custom("spanNulls") },
);

export const statusHistoryOptions = states(
  share("Height of rows", "rowHeight", 0.9),
  share("Width of columns", "colWidth", 0.9),
  lineWidth(1),
  fillOpacity(70),
);
