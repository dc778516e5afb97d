const target = (expr: string) => [{ refId: "A", expr, instant: true }];

/** A variable of each kind, and panels that put them into every place. */
export const viewedBoard = {
  uid: "board",
  title: "Board",
  schemaVersion: 39,
  templating: {
    list: [
      { name: "team", type: "custom", query: "payments,search", current: { value: "payments" } },
      {
        name: "job",
        type: "query",
        query: 'label_values(up{team="$team"}, job)',
        regex: "/^(?!hidden).*/",
        multi: true,
        includeAll: true,
      },
      { name: "width", type: "interval", query: "1m,5m", auto: true, current: { value: "1m" } },
      { name: "text", type: "textbox", query: "" },
      { name: "ds", type: "datasource", query: "prometheus", regex: "/^prom/" },
      { name: "filters", type: "adhoc" },
      { name: "old", type: "query", query: "label_values(old, job)", current: { value: "v1" } },
    ],
  },
  annotations: {
    list: [{ name: "deploys", enable: true, expr: 'deploys{team="$team",owner="${text:raw}"}' }],
  },
  panels: [
    { id: 1, type: "stat", targets: target('rate(x{team="$team",job=~"$job"}[$width])') },
    { id: 2, type: "stat", targets: target('x{owner="$text"}') },
    { id: 3, type: "stat", targets: target('x{owner="${text:raw}"}') },
    { id: 4, type: "stat", targets: target("x > $text") },
    { id: 5, type: "stat", targets: target('x{owner=${text:doublequote}} # "$text"') },
    { id: 6, type: "stat", targets: target("x{a=${text:sqlstring},b=${text:sqlstring}}") },
    { id: 7, type: "stat", targets: target('x{owner="$elsewhere"}') },
    { id: 8, type: "stat", datasource: { uid: "${ds}" }, targets: target("x") },
  ],
};
