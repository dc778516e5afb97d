import * as z from "zod/mini";
import { oneOf } from "@/lib/shared/panels/option-schemas";

export const PiechartOptions = z.object({
  pieType: oneOf(["pie", "donut"], "pie"),
  displayLabels: z.catch(z.array(oneOf(["name", "value", "percent"], "name")), []),
  sort: oneOf(["asc", "desc", "none"], "desc"),
});
