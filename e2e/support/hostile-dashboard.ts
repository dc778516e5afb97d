const markup = (place: string) =>
  `<img src=x onerror="window.ran='${place}'"><script>window.ran='${place}'</script>`;
const link = "javascript:window.ran='link'";
const datasource = { type: "prometheus", uid: "prometheus" };

const html = [
  `# ${markup("markdown")} [a](${link}) <a href="${link}">b</a>`,
  `<svg onload="window.ran='svg'"><script>window.ran='svg'</script></svg>`,
  `<iframe srcdoc="<script>parent.ran='frame'</script>"></iframe><object data="${link}"></object>`,
  `<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">`,
  `<style>body{display:none}</style><form action="${link}"><button>x</button></form>`,
  `<math><mtext><table><mglyph><style><img src=x onerror="window.ran='math'"></style></mglyph></table></mtext></math>`,
  `<p style="position:fixed;inset:0;background:url(https://evil.example/x.png)">over</p>`,
].join("\n");

function panel(type: string, index: number) {
  return {
    id: index + 1,
    type,
    title: `${markup("title")} $evil`,
    description: `${markup("description")} [md](${link})`,
    gridPos: { x: (index % 4) * 6, y: Math.floor(index / 4) * 7, w: 6, h: 7 },
    datasource,
    links: [{ title: markup("link"), url: link }],
    targets: [
      {
        refId: "A",
        datasource,
        expr: `label_replace(maestro_tenant_active_users, "evil", "${markup("label").replaceAll('"', '\\"')}", "", "")`,
        legendFormat: `${markup("legend")} {{evil}} {{__proto__}}`,
      },
    ],
    fieldConfig: {
      defaults: {
        unit: markup("unit"),
        noValue: markup("no value"),
        color: { mode: "fixed", fixedColor: `"><script>window.ran='color'</script>` },
        links: [{ title: markup("data link"), url: link }],
        mappings: [
          { type: "range", options: { from: 0, to: 1e9, result: { text: markup("mapping"), color: link } } },
        ],
      },
      overrides: [],
    },
    options:
      type === "text"
        ? { mode: index % 2 ? "html" : "markdown", content: html }
        : { legend: { displayMode: "table", placement: "right", showLegend: true } },
  };
}

const types = ["timeseries", "stat", "gauge", "bargauge", "table", "piechart", "barchart", "heatmap"];

/** Every place that holds a text holds markup that sets `window.ran` if it ever runs. */
export const hostileDashboard = {
  uid: "hostile-texts",
  title: `Hostile ${markup("dashboard")}`,
  tags: [markup("tag")],
  timezone: markup("zone"),
  refresh: markup("refresh"),
  time: { from: "now-1h", to: "now" },
  links: [{ type: "link", title: markup("dashboard link"), url: link, tooltip: markup("tooltip") }],
  annotations: {
    list: [
      {
        name: markup("annotation"),
        enable: true,
        datasource,
        expr: "vector(1)",
        titleFormat: markup("note"),
      },
    ],
  },
  templating: {
    list: [{ name: "evil", label: markup("variable"), type: "custom", query: `${markup("value")},b` }],
  },
  panels: [...types, "state-timeline", "text", "text", markup("type")].map(panel),
};
