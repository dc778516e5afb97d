import * as z from "zod";

export const PiechartOptions = z.object({
  pieType: z.enum(["pie", "donut"]).catch("pie"),
  displayLabels: z.array(z.enum(["name", "value", "percent"]).catch("name")).catch([]),
  sort: z.enum(["asc", "desc", "none"]).catch("desc"),
});
