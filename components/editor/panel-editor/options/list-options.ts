import { choices, custom, type OptionGroup, option } from "./option-field";
import { calculations } from "./shared-options";

export const tableOptions: OptionGroup[] = [
  {
    title: "Table",
    fields: [
      { label: "Show header", input: "switch", path: option("showHeader"), fallback: true },
      {
        label: "Height of rows",
        input: "choice",
        path: option("cellHeight"),
        fallback: "sm",
        choices: choices(["sm", "Small"], ["md", "Medium"], ["lg", "Large"]),
      },
      { label: "Pages", input: "switch", path: option("footer", "enablePagination") },
      { label: "Footer", input: "switch", path: option("footer", "show") },
      {
        label: "Calculations of the footer",
        input: "several",
        path: option("footer", "reducer"),
        choices: calculations,
      },
    ],
  },
  {
    title: "Columns",
    fields: [
      {
        label: "Cells",
        input: "choice",
        path: custom("cellOptions", "type"),
        fallback: "auto",
        choices: choices(
          ["auto", "Auto"],
          ["color-text", "Coloured text"],
          ["color-background", "Coloured background"],
          ["gauge", "Gauge"],
          ["sparkline", "Sparkline"],
          ["json-view", "JSON"],
          ["pill", "Pills"],
          ["markdown", "Markdown"],
          ["image", "Image"],
          ["data-links", "Data links"],
        ),
      },
      {
        label: "Alignment",
        input: "choice",
        path: custom("align"),
        fallback: "auto",
        choices: choices(["auto", "Auto"], ["left", "Left"], ["center", "Centre"], ["right", "Right"]),
      },
      { label: "Column width", input: "number", path: custom("width"), min: 1 },
      { label: "Least width", input: "number", path: custom("minWidth"), min: 1 },
      { label: "Wrap text", input: "switch", path: custom("wrapText") },
      { label: "Wrap header", input: "switch", path: custom("wrapHeaderText") },
      { label: "Filter by column", input: "switch", path: custom("filterable") },
      { label: "Inspect cells", input: "switch", path: custom("inspect") },
      { label: "Hide in table", input: "switch", path: custom("hidden") },
    ],
  },
];

export const textOptions: OptionGroup[] = [
  {
    title: "Text",
    fields: [
      {
        label: "Mode",
        input: "choice",
        path: option("mode"),
        fallback: "markdown",
        choices: choices(["markdown", "Markdown"], ["html", "HTML"], ["code", "Code"]),
      },
      { label: "Content", input: "text", path: option("content") },
    ],
  },
];

export const alertlistOptions: OptionGroup[] = [
  {
    title: "Alerts",
    fields: [
      {
        label: "Show",
        input: "choice",
        path: option("viewMode"),
        fallback: "list",
        choices: choices(["list", "List"], ["stat", "How many"]),
      },
      { label: "Most alerts", input: "number", path: option("maxItems"), min: 1, max: 1000, fallback: 20 },
      {
        label: "Order",
        input: "choice",
        stored: "number",
        path: option("sortOrder"),
        fallback: "3",
        choices: choices(
          ["1", "By name"],
          ["2", "By name, descending"],
          ["3", "By importance"],
          ["4", "Oldest first"],
          ["5", "Newest first"],
        ),
      },
      { label: "Name contains", input: "line", path: option("alertName") },
      { label: "Labels", input: "line", path: option("alertInstanceLabelFilter") },
      { label: "Firing", input: "switch", path: option("stateFilter", "firing") },
      { label: "Pending", input: "switch", path: option("stateFilter", "pending") },
    ],
  },
];

export const dashlistOptions: OptionGroup[] = [
  {
    title: "Dashboards",
    fields: [
      { label: "Starred", input: "switch", path: option("showStarred"), fallback: true },
      { label: "Search", input: "switch", path: option("showSearch") },
      { label: "Headings", input: "switch", path: option("showHeadings"), fallback: true },
      { label: "Most dashboards", input: "number", path: option("maxItems"), min: 1, max: 200, fallback: 10 },
      { label: "Title contains", input: "line", path: option("query") },
      { label: "Links keep the variables", input: "switch", path: option("includeVars") },
      { label: "Links keep the time range", input: "switch", path: option("keepTime") },
    ],
  },
];
