import { useMemo } from "react";
import { safeHtml } from "@/components/panels/text/safe-html";
import classes from "./table.module.css";

/** A text with emphasis, links and lists; it went through the sanitiser. */
export function MarkdownCell({ text }: { text: string }) {
  const html = useMemo(() => safeHtml(text, "markdown"), [text]);
  return <div className={classes.markdown} {...{ dangerouslySetInnerHTML: { __html: html } }} />;
}
