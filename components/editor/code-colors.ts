import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { tags } from "@lezer/highlight";

/** Colours of PromQL and JSON; the variables stand in `code-colors.module.css`, for dark and light. */
export const codeColors = syntaxHighlighting(
  HighlightStyle.define([
    {
      tag: [tags.function(tags.variableName), tags.keyword, tags.operatorKeyword, tags.modifier],
      color: "var(--code-function)",
    },
    { tag: [tags.labelName, tags.propertyName], color: "var(--code-label)" },
    { tag: tags.string, color: "var(--code-string)" },
    { tag: [tags.number, tags.special(tags.number)], color: "var(--code-number)" },
    { tag: tags.comment, color: "var(--mantine-color-dimmed)", fontStyle: "italic" },
    { tag: tags.operator, color: "var(--mantine-color-dimmed)" },
    { tag: [tags.bool, tags.null], color: "var(--code-number)" },
  ]),
);
