import { flag, group, oneOf, type Reader } from "@/lib/shared/panels/option-schemas";

const label = oneOf(["name", "value", "percent"], "name");
const labels: Reader<ReturnType<typeof label.parse>[]> = {
  parse: (value) => (Array.isArray(value) ? value.map(label.parse) : []),
};

export const PieTooltip = group({
  mode: oneOf(["single", "multi", "none"], "single"),
  sort: oneOf(["none", "asc", "desc"], "none"),
  hideZeros: flag(),
});

export const PiechartOptions = group({
  pieType: oneOf(["pie", "donut"], "pie"),
  displayLabels: labels,
  sort: oneOf(["asc", "desc", "none"], "desc"),
});
