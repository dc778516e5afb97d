/** The keys as the help page lists them; the same as Grafana's where it has one. */
export const keyList: readonly { group: string; keys: readonly (readonly [string, string])[] }[] = [
  {
    group: "Everywhere",
    keys: [
      ["Ctrl K", "Search pages, dashboards and actions"],
      ["?", "This list"],
      ["Esc", "Back, or close what is open"],
    ],
  },
  {
    group: "List of dashboards",
    keys: [
      ["/", "Search"],
      ["j, k or ↓, ↑", "Next or previous row"],
      ["Enter", "Open"],
      ["x", "Select the row"],
      ["s", "Star what is selected, or the row"],
      ["m", "Move"],
      ["t", "Tags"],
      ["e", "Edit the row"],
      ["Delete", "Put into the trash"],
    ],
  },
  {
    group: "Dashboard",
    keys: [
      ["d r", "Refresh all panels"],
      ["d s", "Dashboard settings"],
      ["d k", "Kiosk on or off"],
      ["d o", "Shared crosshair: next mode"],
      ["d l", "Legends on or off"],
      ["Ctrl S", "Save"],
      ["Ctrl Z", "Undo"],
      ["Ctrl Shift Z", "Redo"],
    ],
  },
  {
    group: "Time range",
    keys: [
      ["t z", "Zoom out"],
      ["t ←", "Move the range back"],
      ["t →", "Move the range forward"],
      ["t a", "Make the range absolute"],
      ["t c", "Copy the range"],
      ["t v", "Paste a range"],
    ],
  },
  {
    group: "Chart",
    keys: [
      ["Click, Enter", "Pin the values: links, filters, copy"],
      ["Drag", "Zoom in"],
      ["Double click", "Zoom out"],
      ["Shift + drag", "Move the range"],
      ["Ctrl + click, Ctrl + drag", "Add an annotation"],
      ["← →", "From point to point, with Shift ten at once, when the chart has the focus"],
      ["↑ ↓", "From series to series"],
    ],
  },
  {
    group: "Panel under the pointer or in focus",
    keys: [
      ["v", "View in full"],
      ["e", "Edit"],
      ["i", "Inspect"],
      ["p l", "Legend on or off"],
      ["p t", "Table or chart"],
      ["p x", "Explore"],
      ["p s", "Share"],
      ["p d", "Duplicate"],
      ["p r", "Remove"],
      ["Arrows", "Move the panel while editing"],
      ["Shift + arrows", "Resize the panel while editing"],
    ],
  },
];
