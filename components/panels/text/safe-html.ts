import DOMPurify from "dompurify";
import { Marked } from "marked";
import { withoutHandlers } from "@/lib/shared/panels/text/without-handlers";

const markdown = new Marked({ gfm: true, breaks: false });

/** Only what shows text, pictures and links; no scripts, frames, forms or styles that reach out of the panel. */
const config = {
  USE_PROFILES: { html: true, svg: true, svgFilters: false },
  FORBID_TAGS: [
    "style",
    "form",
    "input",
    "button",
    "textarea",
    "select",
    "iframe",
    "object",
    "embed",
    "link",
    "meta",
    "base",
  ],
  FORBID_ATTR: ["srcdoc", "formaction", "ping"],
  ALLOW_DATA_ATTR: false,
  ALLOWED_URI_REGEXP:
    /^(?:(?:https?|mailto):|data:image\/(?:png|jpe?g|gif|webp);|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
};

/** Markdown or HTML of a text panel as HTML that cannot do anything but be read. */
export function safeHtml(content: string, mode: "markdown" | "html"): string {
  const html = mode === "markdown" ? markdown.parse(content, { async: false }) : content;
  const fragment = DOMPurify.sanitize(withoutHandlers(html), { ...config, RETURN_DOM_FRAGMENT: true });
  for (const link of fragment.querySelectorAll("a[href]")) {
    if (link.getAttribute("target") !== "_blank") continue;
    link.setAttribute("rel", "noopener noreferrer");
  }
  for (const element of fragment.querySelectorAll<HTMLElement>("[style]")) keepInside(element);
  const holder = document.createElement("div");
  holder.append(fragment);
  return holder.innerHTML;
}

/** Dashboards style their texts; covering the console or loading from elsewhere is not part of that. */
function keepInside({ style }: HTMLElement): void {
  if (style.position === "fixed" || style.position === "sticky") style.removeProperty("position");
  style.removeProperty("z-index");
  for (const property of [...style]) {
    if (/url\(/i.test(style.getPropertyValue(property))) style.removeProperty(property);
  }
}
