import * as z from "zod/mini";
import { flag, oneOf, text } from "@/lib/shared/panels/option-schemas";

export const TextOptions = z.object({
  mode: oneOf(["markdown", "html", "code"], "markdown"),
  content: text(),
  code: z.catch(z.object({ language: text("plaintext"), showLineNumbers: flag() }), {
    language: "plaintext",
    showLineNumbers: false,
  }),
});
