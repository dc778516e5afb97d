import { flag, group, oneOf, text } from "@/lib/shared/panels/option-schemas";

export const TextOptions = group({
  mode: oneOf(["markdown", "html", "code"], "markdown"),
  content: text(),
  code: group({ language: text("plaintext"), showLineNumbers: flag() }),
});
